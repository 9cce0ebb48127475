"""The note on methods at the end of every report, and what it cites."""

from __future__ import annotations

NOTES: tuple[dict[str, str], ...] = (
    {
        "en": "Sizes are per 28 days where the period is known. Demand counts impressions; where "
        "there are none, searches. The two are never added together.",
        "ru": "Размеры даны за 28 дней, если период известен. Спрос считается в показах, а где их "
        "нет, в запросах. Одно с другим не складывается.",
    },
    {
        "en": "In brackets after a keyword stands its demand: impressions in the span of the "
        "sizes, or searches a month; after an element, its clicks in the period of the map.",
        "ru": "В скобках после запроса стоит его спрос: показы за тот же срок, что у размеров, или "
        "запросы за месяц; после элемента — его клики за период карты.",
    },
    {
        "en": "Keywords of equal normal form are in one topic. Topics are found once over all "
        "segments, so a topic means the same in each of them.",
        "ru": "Запросы с одинаковой нормальной формой входят в одну тему. Темы ищутся один раз по "
        "всем сегментам, поэтому в каждом сегменте тема значит одно и то же.",
    },
    {
        "en": "Clicks are given to topics in shares: by the words on the element, then by the page "
        "it leads to, then by the page it is on. What no evidence reaches stays unattributed; "
        "nothing is lost or counted twice. Menus, footers and search boxes keep their clicks but "
        "are no evidence of attention.",
        "ru": "Клики делятся между темами: по словам на элементе, затем по странице, куда он "
        "ведёт, затем по странице, где он стоит. Клики без признаков темы остаются "
        "неразнесёнными; ничего не теряется и не считается дважды. Меню, подвал и строка поиска "
        "сохраняют свои клики, но о внимании к теме не говорят.",
    },
    {
        "en": "The expected CTR is the site's own curve of clicks by position, fitted without the "
        "topic it is compared with. “Clicks against the curve” are 100% for a typical topic; "
        "below that the topic gets fewer clicks than its positions earn. “Missed clicks” are the "
        "difference at today's positions. What every topic of the site lacks, the site's own "
        "curve cannot show.",
        "ru": "Ожидаемый CTR: собственная кривая сайта по позициям, построенная без той темы, "
        "с которой её сравнивают. «Клики к кривой» у обычной темы равны 100 %; меньше значит, что "
        "тема получает меньше кликов, чем положено на её позициях. «Упущенные клики»: эта разница "
        "на нынешних позициях. Чего не хватает всем темам сайта, его собственная кривая показать "
        "не может.",
    },
    {
        "en": "“Act” is given where chance does not explain the shortfall, at the false discovery "
        "rate below, over the topics of one segment. The list puts first what is shown, then what "
        "is likely, then preferences, then what only demand speaks for; inside each by the "
        "cautious end of the size, with near repeats moved back.",
        "ru": "«Действовать» ставится там, где потерю не объясняет случай, при доле ложных "
        "открытий, указанной ниже, по темам одного сегмента. Сначала идёт доказанное, потом "
        "вероятное, потом предпочтения, потом то, за что говорит лишь спрос; внутри каждой группы "
        "порядок по осторожной границе размера, а почти повторы сдвинуты назад.",
    },
    {
        "en": "The plan says what the data show, not what acting will bring.",
        "ru": "План говорит о том, что показывают данные, а не о том, что даст действие.",
    },
)

SOURCES: tuple[str, ...] = (
    "Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery rate: a practical and "
    "powerful approach to multiple testing. Journal of the Royal Statistical Society B 57, "
    "289–300.",
    "Levy, O., Goldberg, Y. & Dagan, I. (2015). Improving distributional similarity with lessons "
    "learned from word embeddings. Transactions of the ACL 3, 211–225.",
    "Yin, J. & Wang, J. (2014). A Dirichlet multinomial mixture model-based approach for short "
    "text clustering. KDD 2014, 233–242.",
)


def method_notes(language: str) -> tuple[str, ...]:
    """Return the paragraphs of the note.

    Examples
    --------
    >>> method_notes("en")[-1]
    'The plan says what the data show, not what acting will bring.'
    """
    return tuple(note[language] for note in NOTES)
