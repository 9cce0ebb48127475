"""Words that carry grammar, not demand: short lists of our own, as data."""

from __future__ import annotations

_EN = """
a about after again all also am an and any are as at be because been before being but by can could
did do does doing during each few for from had has have having he her here hers herself him
himself his how hows i if im in into is it its itself ive just let lets may me might more most
must my myself nor of on once only or other our ours ourselves out over own same shall she should
so some such than that thats the their theirs them themselves then there theres these they this
those through to too under until up upon us very was we were what whats when whens where wheres
which while who whom whos whose why whys will with within would you your youre yours yourself
yourselves
"""

_RU = """
а без бы был была были было быть в вам вами вас весь во вот все всего всем всех вы где да даже для
до его ее ей ему если есть еще же за здесь и из или им ими их к кто как какая какие каким какой
какого какое каком когда ко который которая которое которые которых которой которую которого куда
ли лишь между меня мне мной мною мой моя мое мои мы на над нам нами нас наш наша наше наши него
нее ней нем нему ним ними них но ну о об обо он она они оно от откуда очень по под при про после с
сам сама сами само свой своя свое свои своего своей своих себя себе со так такая такие такого
такое такой там твой тебе тебя то того тоже той том тому тут ты у уж уже чего чей чем чему что
чтобы эта эти этим этих это этого этой этом этому этот эту я почему зачем сколько чье
"""

_DE = """
alle am auch auf aus bei beim bis dass das dem den der des die durch ein eine einem einen einer
eines für gegen ich ihr im ist kann mein mit nach nur oder sein sich sind sie über um und uns
unter vom von vor wann warum welche welcher welches wenn wer wie wird wo zu zum zur zwischen
"""

_FR = """
au aux avec ce ces cette chez comment dans de des dont du elle en entre est et eux il ils je la le
les leur leurs lors ma mes moi mon ne nos notre nous ou où par pas pendant pourquoi qu quand que
quel quelle quelles quels qui quoi sa sans ses sont sous ta tes toi tu un une vos votre vous
"""

_ES = """
al como cómo con cual cuál cuales cuáles cuando cuándo cuanto cuánto de del desde donde dónde el
ella ellos en entre es esta estas este esto estos ha hasta hay la las le les lo los mi mis muy
para pero por porque que qué quien quién se ser si sin sobre son su sus también tiene tu tus un
una unas uno unos ya
"""

_PT = """
ao aos às com como da das de dela dele depois desde do dos ela eles em entre essa esse esta este
eu foi isso isto já mais mas meu meus minha muito na nas no nos não num numa onde os ou para pela
pelas pelo pelos por porque qual quais quando que quem se sem ser seu seus sobre sua suas são
também um uma umas uns você
"""

_IT = """
agli ai al alla alle anche che chi ci come con cosa cui da dai dal dalla dalle degli dei del dell
della delle dello di dove ed gli il in io la le lo loro ma mi mia mio nei nel nell nella nelle non
per perché più quale quali quando quanto questa queste questi questo se senza si sono su sua sui
sul sulla sulle suo ti tra tu un una uno
"""

_NL = """
aan alle als bij dan dat de deze die dit door een en er haar heb heeft het hij hoe hun ik in is je
jij kan kun maar me met mij mijn na naar niet nog of om onder ons onze ook op over te tegen tot u
uit uw van veel voor waar waarom wanneer wat welk welke wie wordt ze zich zij zijn zonder
"""

_ID = """
ada adalah agar akan anda apa apakah atau bagaimana bagi bahwa bisa cara dan dapat dari dengan di
dimana hal harus ini itu jika juga kamu karena ke kita mana manakah mengapa oleh pada paling saat
saya secara sebagai seperti siapa sudah tentang tidak untuk yaitu yang
"""

_SV = """
alla att av blir de den det dig din du efter eller en ett finns från för ha har hos hur hör i inom
inte jag kan man med mellan min mitt mot mycket ni nu när och om oss på sig sin ska som till under
upp ut utan vad var varför vem vi vid vilka vilken vilket vår än är
"""

_DA = """
af alle at blev bliver de den der deres det dig din dit du efter eller en er et for fra før ham har
hos hun hvad hvem hvilke hvilken hvilket hvis hvor hvordan hvorfor hvornår i ikke jeg kan man med
mellem mig min mit mod nogle når og om op os over på sig sin skal som til ud uden under ved vi vil
være
"""

_NO = """
alle at av blir de deg den der det din du eller en er et etter fra før for gjør ha har hos hun hva
hvem hvilke hvilken hvis hvor hvordan hvorfor i ikke jeg kan man med meg mellom min mot når og om
opp oss over på seg sin skal som til under ut uten ved vi vil være
"""

_FI = """
ei eli en että he hän ja jos joka jonka jossa kanssa kuin kuinka kun kuka me mikä miksi millainen
millä milloin minkä minun minä missä mistä mitä mitkä mihin miten mutta ne niin ole olen oli on
ovat sekä se sen sinun tai tämä
"""

_HU = """
a az be csak de egy el előtt ez ezt fel ha hogy hogyan hol honnan hova ki kell lehet meg mely
melyik mennyi mert mi miért mikor milyen mint mit nem nincs és s után vagy van vannak volt
"""

_RO = """
a ai al ale am are au care ce cea cei cel cele cum cu cât câte către de despre din după ea ei el
este eu fi fără fost găsesc iar in la lui mai mea meu ne nu o ori pe pentru prin sa sale sau se
sunt său să un unde unei unui și şi în între
"""

_LISTS = {
    "da": _DA,
    "de": _DE,
    "en": _EN,
    "es": _ES,
    "fi": _FI,
    "fr": _FR,
    "hu": _HU,
    "id": _ID,
    "it": _IT,
    "nl": _NL,
    "no": _NO,
    "pt": _PT,
    "ro": _RO,
    "ru": _RU,
    "sv": _SV,
}
_IN_ANY_LIST = ("de", "en", "es", "fr", "id", "it", "nl", "pt", "ru")

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split()) for language, words in _LISTS.items()
}
"""Function words of a language by its two-letter code: evidence for `detect_language`."""

# words of other languages that an English searcher means: a van, a door, comic con, iphone se
_MEANT = """
ai al alle chez chi ci com come comment con cosa dan den die door dos dove elle eu hasta hat hay
hoe hun io kan kun la lo ma mas mes met mi mine moi mon nos notre nu os per pour pro sans se sem
sent ser si sin son su sus tes ti tot tra tu um ums una uno us van via war was welk
"""
MEANT_IN_ENGLISH = frozenset(_MEANT.split())
"""Function words of other languages that are words or names in English."""
_DEMAND = (
    "no not non não pas niet tidak без не нет sin sans inte utan ikke uden uten ei nem fără nu "
    "sem senza zonder"
)
DEMAND_WORDS = frozenset(_DEMAND.split())
"""Short words without which a list answers another question: stop words of no language."""

STOP_WORDS: dict[str, frozenset[str]] = {
    language: FUNCTION_WORDS[language]
    - DEMAND_WORDS
    - (frozenset[str]() if language in ("en", "ru") else MEANT_IN_ENGLISH)
    for language in _IN_ANY_LIST
}
"""Words left out of any normal form, by two-letter code; never buy, free, best, near or not.

Those of the other languages, and those that mean something in English, are left out where the
list is in their language.
"""
