from __future__ import annotations

from dataclasses import replace

import pytest

from smo.propose.wording import TEMPLATES, Facts, reason
from smo.settings import REPORT_LANGUAGES

ACT = Facts(
    verdict="act", action="improve", standing="act", demand=4200.0, demand_kind="impressions",
    demand_share=0.1, n_keywords=9.0, low=71.0, median=98.0, high=123.0, mass=0.8,
    period_known=True, expected=160.0, got=66.0, ratio=0.39, ratio_low=0.23, ratio_high=0.56,
    position=23.0,
)  # fmt: skip
WAIT = replace(ACT, verdict="wait", standing="likely", needed=3000.0)
UNDECIDED = replace(WAIT, standing="undecided", needed=None, ratio_high=1.2)
CREATE = replace(ACT, verdict="suggest", action="create", standing="suggest")
SHARE = replace(CREATE, action="share", median=62.0, map_share=0.12, demand_share=0.004)
EXPLORE = replace(ACT, verdict="explore", action="explore", standing="explore", n_keywords=1.0)
BUCKET = replace(EXPLORE, demand_kind="volume", demand=360.0, low=140.0, high=640.0)
FIX = replace(
    ACT, action="fix", failed=120.0, failed_of=1000.0, failed_base=0.03, map_factor=0.5, low=38.0,
    median=45.0, high=52.0,
)  # fmt: skip
MERGE = replace(ACT, action="consolidate", split_queries=12.0, split_ratio=0.4, whole_ratio=1.05)

SENTENCES = [
    (MERGE, "en", "For 12 keywords of this topic two or more pages of the site share the "
     "impressions and draw 40% of the typical clicks at the same positions; its other keywords "
     "draw 105%. About 98 clicks are missed in 28 days (80% interval 71 to 123): the pages may "
     "stand in each other's way."),
    (MERGE, "ru", "Запросов темы, показы которых делят две и более страниц сайта: 12; они собирают "
     "40 % от типичных кликов на тех же позициях, а запросы с одной страницей — 105 %. Недобор за "
     "28 дней: около 98 (интервал 80 %: от 71 до 123). Возможно, страницы мешают друг другу."),
    (FIX, "en", "Of 500 clicks in 28 days on elements about this, 60 did nothing or were repeated "
     "in anger, 12%; elements alike elsewhere on the site fail in 3%. That is about 45 more than "
     "usual (80% interval 38 to 52)."),
    (FIX, "ru", "Кликов по элементам этой темы за 28 дней: 500; из них впустую или с досады: 60 "
     "(12 %), а у таких же элементов сайта — 3 %. Лишних неудачных кликов: около 45 (интервал "
     "80 %: от 38 до 52)."),
    (replace(FIX, verdict="wait", standing="likely"), "en", "Of 500 clicks in 28 days on elements "
     "about this, 60 did nothing or were repeated in anger, 12%; elements alike elsewhere on the "
     "site fail in 3%. That is about 45 more than usual (80% interval 38 to 52), which may still "
     "be chance, since all topics are tested at once."),
    (ACT, "en", "For these searches the site was shown 4,200 times in 28 days and got 66 clicks, "
     "where its typical topic gets 160 at the same positions. Each query weighed by what it can "
     "tell, this topic draws 39% of the typical clicks: about 98 missed (80% interval 71 to 123)."),
    (ACT, "ru", "Показов в поиске за 28 дней: 4 200, кликов: 66; у типичной темы сайта на тех же "
     "позициях было бы 160. С учётом веса каждого запроса тема собирает 39 % от типичных кликов, "
     "недобор — около 98 (интервал 80 %: от 71 до 123)."),
    (WAIT, "en", "For these searches the site was shown 4,200 times in 28 days and got 66 clicks, "
     "where its typical topic gets 160 at the same positions. Each query weighed by what it can "
     "tell, this topic draws 39% of the typical clicks: about 98 missed (80% interval 71 to 123); "
     "about 3,000 more impressions would settle it."),
    (UNDECIDED, "en", "For these searches the site was shown 4,200 times in 28 days and got 66 "
     "clicks; that is about 39% of what its typical topic draws at the same positions, which may "
     "be chance (80% interval 23% to 120%); more days of the same queries would not settle it, "
     "only more different queries."),
    (CREATE, "en", "For these searches the site was shown 4,200 times in 28 days, 10% of the "
     "segment's demand, at position 23 on average, and no known page names the topic in its "
     "address or title."),
    (CREATE, "ru", "Показов в поиске за 28 дней: 4 200 (доля в спросе сегмента: 10 %, средняя "
     "позиция: 23), но ни одна из известных страниц не называет тему в адресе или заголовке."),
    (SHARE, "ru", "Кликов по элементам этой темы за 28 дней: 62 (12 % всех кликов по темам), а её "
     "доля в поисковом спросе только 0,4 %: кто её видит, тот кликает — покажите её в соцсетях и "
     "рассылках."),
    (EXPLORE, "en", "For these searches the site was shown 4,200 times in 28 days, 10% of the "
     "segment's demand, with 1 keyword; its clicks cannot be judged from these data."),
    (BUCKET, "en", "People search this about 360 times in 28 days (140 to 640), 10% of the "
     "segment's demand, with 1 keyword; how the site does on it is not known."),
    (replace(EXPLORE, period_known=False), "ru", "Показов в поиске за период выгрузки: 4 200 "
     "(доля в спросе сегмента: 10 %, запросов: 1); судить о кликах по этим данным нельзя."),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "language", "expected"), SENTENCES)
def test_sentences(facts: Facts, language: str, expected: str) -> None:
    assert reason(facts, language).replace("\u00a0", " ") == expected


@pytest.mark.parametrize(
    "facts", [ACT, WAIT, UNDECIDED, CREATE, SHARE, EXPLORE, BUCKET, FIX, MERGE]
)
@pytest.mark.parametrize("language", REPORT_LANGUAGES)
def test_no_hole_is_left(facts: Facts, language: str) -> None:
    text = reason(facts, language)
    assert "{" not in text
    assert "nan" not in text
    assert text.endswith(".")


def test_every_template_in_every_language() -> None:
    assert all(set(texts) == set(REPORT_LANGUAGES) for texts in TEMPLATES.values())
