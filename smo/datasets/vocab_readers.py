"""Crafts and guides of the invented magazine, as English-speaking readers search for them."""

from __future__ import annotations

from smo.datasets.vocab_buyers import BUYERS
from smo.datasets.vocabulary import Craft, Vocabulary, words

GUIDED = ("tents", "sleeping bags", "backpacks", "hiking boots", "trekking poles")

CRAFTS = (
    Craft(
        "knots",
        words("bowline knot; clove hitch; figure eight knot; reef knot; rope knots; camping knots"),
        words(
            "tie a bowline knot; tie a clove hitch; tie a figure eight knot; "
            "tie two ropes together; "
            "untie a tight knot; tie a tarp knot; coil a rope"
        ),
        words("with one hand; step by step; with thin cord"),
        words(
            "which knot does not slip; what is a bowline knot used for; "
            "which knots should every camper know; why does my reef knot come undone"
        ),
        words("guide; for beginners; tips; basics; explained; video"),
    ),
    Craft(
        "campfires",
        words(
            "campfire; campfire building; fire starting; fire pit; tinder and kindling; fire steel"
        ),
        words(
            "start a campfire; light a fire with wet wood; build a fire pit; use a fire steel; "
            "put out a campfire; make tinder; keep a campfire burning all night"
        ),
        words("in winter; on sand; in the rain; without matches"),
        words(
            "what wood burns longest in a campfire; are campfires allowed on beaches; "
            "why does my campfire smoke so much; how far from trees should a campfire be"
        ),
        words("guide; for beginners; tips; basics; explained; video"),
    ),
    Craft(
        "trail meals",
        words(
            "trail meals; dehydrated food; camping recipes; trail snacks; camp cooking; trail mix"
        ),
        words(
            "dehydrate food for hiking; cook rice on a trail; plan meals for a trek; "
            "make trail mix; cook bread on a stick; keep food cold while camping"
        ),
        words("without a fridge; on a budget; for a week; without a stove"),
        words(
            "how many calories do you need for hiking; what food to take on a three day hike; "
            "which camping recipes need no fridge; what to eat before a long hike"
        ),
        words("ideas; for beginners; easy; vegan; on a budget; list"),
    ),
    Craft(
        "map and compass",
        words(
            "map reading; compass bearing; grid reference; contour lines; map and compass course"
        ),
        words(
            "read a map; use a compass; take a compass bearing; read contour lines; "
            "find a grid reference; find north without a compass; fold a map"
        ),
        words("in fog; at night; with a protractor; on a hike"),
        words(
            "what is magnetic declination; what do contour lines show on a map; "
            "why does my compass point the wrong way; how accurate is a compass bearing"
        ),
        words("guide; for beginners; tips; basics; explained; video"),
    ),
    Craft(
        "packing lists",
        words(
            "packing list; hiking packing list; camping checklist; hut trip packing list; kit list"
        ),
        words(
            "make a packing list; pack for a weekend trip; pack light for hiking; "
            "pack for a hut to hut trek; reduce pack weight; choose clothes for a trek"
        ),
        words("in winter; with children; for a weekend; for a week; for families"),
        words(
            "what to pack for a day hike; what should be on a camping checklist; "
            "what do beginners forget to pack; how much should i pack for a three day trek"
        ),
        words("pdf; template; printable; example; for beginners; 2026"),
    ),
    Craft(
        "blisters",
        words(
            "blisters; heel blisters; toe blisters; running blisters; foot blisters; blood blisters"
        ),
        words(
            "prevent blisters; treat a blister; tape feet against blisters; drain a blister; "
            "walk with a blister; heal blisters fast"
        ),
        words("when hiking; at home; on heels; overnight"),
        words(
            "should you pop a blister; why do i get blisters on my heels; "
            "which socks stop blisters; how long does a blister take to heal"
        ),
        words("treatment; pictures; remedy; causes; advice; video"),
    ),
    Craft(
        "proofing and repair",
        words("reproofing; wash in proofing; seam sealing; gear repair; zip repair; wax proofing"),
        words(
            "reproof a coat; seal leaking seams; patch a hole in nylon; repair a stuck zip; "
            "wax a cotton coat; restore water repellency; sew on a patch"
        ),
        words("at home; without a machine; with a hair dryer; by hand"),
        words(
            "how often should you reproof a coat; does tumble drying restore water repellency; "
            "why has my coat stopped beading; what glue works on nylon"
        ),
        words("guide; for beginners; tips; basics; explained; video"),
    ),
    Craft(
        "wild camping",
        words("wild camping; wild camping law; wild camping spots; free camping; leave no trace"),
        words(
            "find wild camping spots; wild camp alone; camp without leaving a trace; "
            "ask a landowner to camp; stay hidden while wild camping; choose a wild camping pitch"
        ),
        words("in scotland; in the lake district; in norway; near water; with a dog"),
        words(
            "is wild camping legal; where is wild camping allowed; is wild camping safe alone; "
            "how long can you wild camp in one place"
        ),
        words("uk; scotland; for beginners; guide; tips; rules"),
    ),
    Craft(
        "avalanche safety",
        words(
            "avalanche safety; avalanche forecast; avalanche transceiver; snow pit; snow stability"
        ),
        words(
            "read an avalanche forecast; use an avalanche transceiver; dig a snow pit; "
            "recognise avalanche terrain; survive an avalanche; search with a probe"
        ),
        words("on skis; on snowshoes; as a group; in spring snow"),
        words(
            "what causes an avalanche; how steep is avalanche terrain; "
            "what does avalanche danger level 3 mean; how long can you breathe under snow"
        ),
        words("guide; for beginners; tips; basics; explained; video"),
    ),
    Craft(
        "training plans",
        words(
            "training plan; ultra training plan; hill training; hiking fitness; strength training"
        ),
        words(
            "train for an ultra; train for a long hike; build hill endurance; "
            "start running uphill; recover after a long run; train for altitude"
        ),
        words("in 12 weeks; over 50; at the gym; without hills; for a mountain marathon"),
        words(
            "how many weeks to train for an ultra; how often should i do hill training; "
            "what is a good training plan for a first trek; should you run the day before a race"
        ),
        words("pdf; for beginners; at home; over 50; free; tips"),
    ),
    Craft(
        "mountain weather",
        words(
            "mountain weather; cloud types; wind chill; thunderstorm signs; weather forecast apps"
        ),
        words(
            "read mountain weather; read clouds; forecast weather without a phone; "
            "shelter from a thunderstorm; calculate wind chill; spot a coming storm"
        ),
        words("in the alps; above the tree line; on a ridge; in summer"),
        words(
            "which clouds bring rain; what to do in a thunderstorm on a mountain; "
            "why does mountain weather change so fast; how cold does wind chill feel"
        ),
        words("guide; for beginners; tips; basics; explained; video"),
    ),
    Craft(
        "foraging",
        words("foraging; mushroom foraging; edible berries; wild garlic; nettles; edible plants"),
        words(
            "identify edible mushrooms; forage for berries; pick wild garlic; dry mushrooms; "
            "cook nettles; tell chanterelles from false chanterelles"
        ),
        words("with children; in woodland; in spring; in autumn"),
        words(
            "which berries are poisonous; when is wild garlic in season; "
            "is mushroom foraging legal; are all puffball mushrooms edible"
        ),
        words("guide; uk; pictures; near me; for beginners; video"),
    ),
    Craft(
        "night sky",
        words("stargazing; night sky photography; meteor shower; milky way season; star map"),
        words(
            "photograph the night sky; find the north star; see the milky way; "
            "watch a meteor shower; focus a camera on stars; read a star map"
        ),
        words("from a city; for beginners; with a phone; without a telescope"),
        words(
            "when is the next meteor shower; what time is best for stargazing; "
            "where is the milky way visible; which planets are visible tonight"
        ),
        words("guide; for beginners; tips; basics; explained; video"),
    ),
)

READERS: tuple[Vocabulary, ...] = (
    *CRAFTS,
    *(goods for goods in BUYERS if goods.name in GUIDED),
)
