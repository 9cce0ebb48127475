"""Goods of the invented outdoor shop, as English-speaking buyers search for them."""

from __future__ import annotations

from smo.datasets.vocabulary import Goods, forms, words

BUYERS = (
    Goods(
        "tents",
        forms("tent/tents; camping tent/camping tents; backpacking tent/backpacking tents"),
        words("2 person; 4 person; family; dome; tunnel; pop up; ultralight; 4 season; inflatable"),
        words("with porch; for festivals; with blackout bedroom; for tall people"),
        words(
            "what size tent do i need; how waterproof should a tent be; "
            "how long does a tent last; is a footprint necessary for a tent; "
            "how to stop condensation in a tent; can you machine wash a tent"
        ),
    ),
    Goods(
        "sleeping bags",
        forms("sleeping bag/sleeping bags; down sleeping bag/down sleeping bags"),
        words("4 season; 3 season; mummy; synthetic; double; lightweight; summer; xl; kids"),
        words("for cold weather; with hood; for side sleepers; left zip"),
        words(
            "what temperature rating sleeping bag do i need; how to wash a down sleeping bag; "
            "is a down or synthetic sleeping bag warmer; what is a sleeping bag liner for; "
            "how to store a sleeping bag at home; how to stay warm in a sleeping bag"
        ),
    ),
    Goods(
        "backpacks",
        forms("backpack/backpacks; hiking backpack/hiking backpacks; rucksack/rucksacks"),
        words(
            "40 litre; 60 litre; womens; mens; ultralight; waterproof; frameless; carry on; kids"
        ),
        words("with rain cover; for travel; with hip belt; for short torso"),
        words(
            "how to adjust a backpack; what size backpack for a week; how to measure torso length; "
            "how heavy should a loaded backpack be; how to pack a backpack for hiking; "
            "should a backpack rest on the hips"
        ),
    ),
    Goods(
        "hiking boots",
        forms("hiking boots; walking boots; leather walking boot/leather walking boots"),
        words("womens; mens; waterproof; wide fit; lightweight; mid; winter; vegan; kids"),
        words("with ankle support; for flat feet; for wide feet; for scrambling"),
        words(
            "how to break in hiking boots; how should hiking boots fit; "
            "can you resole walking boots; "
            "are leather or fabric walking boots better; how to lace hiking boots; "
            "how long do walking boots last"
        ),
    ),
    Goods(
        "trail running shoes",
        forms("trail running shoes; trail shoe/trail shoes; fell running shoes"),
        words("womens; mens; wide toe box; zero drop; cushioned; waterproof; grippy; stability"),
        words("for mud; for beginners; for ultra distance; with rock plate"),
        words(
            "can you use trail running shoes on road; are trail running shoes good for hiking; "
            "what is a rock plate in trail shoes; how many miles do trail running shoes last; "
            "should trail running shoes be a size bigger; how to clean muddy trail shoes"
        ),
    ),
    Goods(
        "head torches",
        forms("head torch/head torches; headlamp/headlamps; led headlamp/led headlamps"),
        words(
            "rechargeable; 1000 lumen; red light; usb; lightweight; waterproof; kids; motion sensor"
        ),
        words("for running; for camping; for caving; with spare battery"),
        words(
            "how many lumens do i need for a headlamp; why do headlamps have red light; "
            "can a head torch be taken on a plane; how long does a headlamp battery last; "
            "how to wear a headlamp while running"
        ),
    ),
    Goods(
        "camping stoves",
        forms("camping stove/camping stoves; gas stove/gas stoves; backpacking stove"),
        words("portable; single burner; double burner; compact; titanium; windproof; folding"),
        words("with grill; with piezo ignition; for backpacking; with pot set"),
        words(
            "can you use a camping stove indoors; how long does a gas canister last on a stove; "
            "which gas works in winter for a camping stove; how to clean a camping stove burner; "
            "are wood burning stoves allowed on campsites"
        ),
    ),
    Goods(
        "trekking poles",
        forms("trekking pole/trekking poles; walking pole/walking poles; hiking poles"),
        words("carbon; aluminium; folding; telescopic; cork grip; anti shock; womens; ultralight"),
        words("with rubber tips; for bad knees; for seniors; with flick lock"),
        words(
            "how long should trekking poles be; are trekking poles worth it; "
            "one or two walking poles; "
            "how to use trekking poles downhill; how to replace trekking pole tips"
        ),
    ),
    Goods(
        "rain jackets",
        forms("rain jacket/rain jackets; waterproof jacket/waterproof jackets; shell jacket"),
        words("womens; mens; packable; 3 layer; breathable; lightweight; long; plus size; kids"),
        words("with hood; with pit zips; for cycling; for hiking"),
        words(
            "what is a good hydrostatic head for a jacket; how to wash a waterproof jacket; "
            "what is a 3 layer shell jacket; why does my rain jacket leak; "
            "how should a rain jacket fit"
        ),
    ),
    Goods(
        "vacuum flasks",
        forms(
            "vacuum flask/vacuum flasks; insulated flask/insulated flasks; food flask/food flasks"
        ),
        words("1 litre; 500 ml; stainless steel; wide mouth; leakproof; small; soup; kids"),
        words("for hot drinks; with cup; for tea; with handle"),
        words(
            "how long does a vacuum flask keep drinks hot; how to clean a stained flask; "
            "why does my flask smell; can you put milk in a vacuum flask; "
            "is it safe to put a flask in the dishwasher"
        ),
    ),
    Goods(
        "sleeping mats",
        forms("sleeping mat/sleeping mats; sleeping pad/sleeping pads; self inflating mat"),
        words("insulated; foam; inflatable; double; ultralight; thick; folding; 4 season"),
        words("for side sleepers; with built in pump; for bad backs; with pillow"),
        words(
            "what r value sleeping mat do i need; how to repair a sleeping mat puncture; "
            "are foam sleeping pads warm enough; how to store a self inflating mat; "
            "why does my sleeping pad deflate overnight"
        ),
    ),
    Goods(
        "base layers",
        forms("base layer/base layers; thermal top/thermal tops; thermal leggings"),
        words("merino; womens; mens; long sleeve; bamboo; heavyweight; seamless; zip neck; kids"),
        words("for skiing; for running; for very cold weather; with thumb loops"),
        words(
            "should a base layer be tight; how to wash a merino base layer; "
            "is merino or synthetic base layer better; how many base layers to wear; "
            "do thermal tops go under a shirt"
        ),
    ),
    Goods(
        "water filters",
        forms("water filter/water filters; filter bottle/filter bottles; water purifier"),
        words("portable; gravity; squeeze; straw; ceramic; pump; uv; carbon"),
        words("for camping; for backpacking; for travel; with soft bottle"),
        words(
            "do water filters remove viruses; how long does a squeeze filter last; "
            "how to backflush a water filter; can a water filter freeze; "
            "what is the difference between a water filter and a purifier"
        ),
    ),
    Goods(
        "hammocks",
        forms("hammock/hammocks; camping hammock/camping hammocks; tree hammock"),
        words("double; mosquito net; ultralight; parachute; nylon; hanging; portable; xxl"),
        words("with straps; with bug net; with underquilt; with stand"),
        words(
            "how to hang a hammock; how far apart should hammock trees be; "
            "is it comfortable to sleep in a hammock; do hammock straps damage trees; "
            "how much weight can a hammock hold"
        ),
    ),
    Goods(
        "sports watches",
        forms("gps watch/gps watches; running watch/running watches; hiking watch/hiking watches"),
        words("solar; womens; mens; multisport; mapping; altimeter; small; budget"),
        words("with long battery life; for triathlon; for swimming; with offline maps"),
        words(
            "how accurate is a gps watch; do gps watches work without a phone; "
            "how to calibrate the altimeter on a watch; why is my gps watch slow to lock; "
            "is a solar gps watch worth the money"
        ),
    ),
    Goods(
        "dry bags",
        forms("dry bag/dry bags; roll top dry sack/roll top dry sacks; waterproof pouch"),
        words("20 litre; 5 litre; clear; compression; floating; heavy duty; small; padded"),
        words("for kayaking; with shoulder straps; for phone; for paddle boarding"),
        words(
            "how does a dry bag work; are dry bags fully submersible; how to close a roll top bag; "
            "what size dry bag for a day trip; can you wash a dry bag"
        ),
    ),
    Goods(
        "camping chairs",
        forms("camping chair/camping chairs; folding chair/folding chairs; camp stool/camp stools"),
        words("lightweight; padded; reclining; heavy duty; low; high back; double; kids"),
        words("with cup holder; for bad backs; with side table; for the beach"),
        words(
            "what is the most comfortable camping chair; how much weight can a folding chair hold; "
            "how to fold a camping chair; how to stop a camping chair sinking into sand; "
            "are high back folding chairs worth it"
        ),
    ),
    Goods(
        "climbing harnesses",
        forms("climbing harness/climbing harnesses; sit harness/sit harnesses; belay harness"),
        words("womens; mens; adjustable; sport; alpine; full body; padded; kids"),
        words("with gear loops; for big walls; for ice climbing; with chalk bag"),
        words(
            "how should a climbing harness fit; when to retire a climbing harness; "
            "how to put on a climbing harness; can you wash a climbing harness; "
            "what are gear loops on a harness for"
        ),
    ),
)
