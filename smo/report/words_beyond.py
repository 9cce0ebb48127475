"""Words of what stands beside a plan: people, ways, tactics, replay, changes, measurement."""

from __future__ import annotations

BEYOND_WORDS: dict[str, dict[str, str]] = {
    # what changed
    "beyond.changes": {
        "en": "What changed since the previous plan",
        "ru": "Что изменилось с прошлого плана",
    },
    "changes_note": {
        "en": "The largest changes of clicks in {segment}: {shown} of {n}. Clicks are demand × "
        "snippet × rank; the three parts sum to the change. Intervals hold the noise of counting.",
        "ru": "Самые большие изменения кликов в сегменте «{segment}»: {shown} из {n}. Клики — это "
        "спрос × сниппет × позиция; три части в сумме дают изменение. Интервалы — шум подсчёта.",
    },
    "status.same": {"en": "same", "ru": "та же"},
    "status.split": {"en": "split", "ru": "разделилась"},
    "status.merged": {"en": "merged", "ru": "слилась"},
    "status.born": {"en": "born", "ru": "появилась"},
    "status.died": {"en": "died", "ru": "исчезла"},
    "head.became": {"en": "What became of it", "ru": "Что с ней стало"},
    "head.demand_change": {"en": "Demand per 28 days", "ru": "Спрос за 28 дней"},
    "head.clicks_change": {"en": "Clicks per 28 days", "ru": "Клики за 28 дней"},
    "head.parts": {"en": "By demand / snippet / rank", "ru": "Спрос / сниппет / позиция"},
    "head.rank_change": {"en": "Rank (below 0 is better)", "ru": "Позиция (меньше 0 — лучше)"},
    "head.attention_change": {"en": "Attention, points", "ru": "Внимание, п. п."},
    # people
    "beyond.influencers": {"en": "Who is listened to", "ru": "Кого слушают"},
    "people_note": {
        "en": "Attention of a reader who follows mentions at random (PageRank), with its interval "
        "over resampled mentions: who is mentioned, not who persuades.",
        "ru": "Внимание читателя, который наугад идёт по упоминаниям (PageRank), с интервалом по "
        "перевыборкам упоминаний: кого упоминают, а не кто убеждает.",
    },
    "people_topics": {"en": "First for each topic", "ru": "Первые по темам"},
    "head.name": {"en": "Name", "ru": "Имя"},
    "head.listened": {"en": "Share of attention", "ru": "Доля внимания"},
    "head.mentioned_by": {"en": "Mentioned by", "ru": "Упоминают"},
    "head.mentions": {"en": "Mentions", "ru": "Упоминаний"},
    "head.p_top": {"en": "Among the first", "ru": "Среди первых"},
    "head.values": {"en": "Valued for", "ru": "За что ценят"},
    # where clicks lead
    "ways_note": {
        "en": "Page, element and where it leads. Only ways that the maps show are known: a page "
        "without a map leads nowhere here.",
        "ru": "Страница, элемент и куда он ведёт. Известны только пути с карт: страница без карты "
        "здесь никуда не ведёт.",
    },
    "ways_flows": {"en": "Largest flows", "ru": "Самые большие потоки"},
    "ways_dead": {
        "en": "Dead ends: no element leads on from there",
        "ru": "Тупики: дальше не ведёт ни один элемент",
    },
    "ways_reach": {
        "en": "Topics out of reach, or more than two clicks from where people land",
        "ru": "Темы вне досягаемости или дальше двух кликов от входа",
    },
    "fig.flows": {"en": "Where clicks lead: {segment}", "ru": "Куда ведут клики: {segment}"},
    "fig.flows_told": {
        "en": "The largest flows from a page by an element to its target: {n}, with {share} of the "
        "clicks whose target is known. Red: a dead end; gray: no map of the target.",
        "ru": "Самые большие потоки со страницы через элемент к цели: {n}, в них {share} кликов "
        "с известной целью. Красный — тупик, серый — у цели нет карты.",
    },
    "head.page": {"en": "Page", "ru": "Страница"},
    "head.element": {"en": "Element", "ru": "Элемент"},
    "head.target": {"en": "Leads to", "ru": "Ведёт на"},
    "head.from": {"en": "Comes from", "ru": "Откуда"},
    "head.dead_clicks": {"en": "Dead clicks", "ru": "Без результата"},
    "head.serving": {"en": "Pages that serve it", "ru": "Страниц о ней"},
    "head.steps": {"en": "Clicks away", "ru": "Кликов от входа"},
    "out_of_reach": {"en": "out of reach", "ru": "не дойти"},
    # tactics
    "beyond.tactics": {
        "en": "Which tactics are worth their effort",
        "ru": "Какие приёмы стоят усилий",
    },
    "tactics_note": {
        "en": "By the user's own numbers alone: worth = measured effect × share using it. The "
        "front: nothing else is worth more surely and costs no more.",
        "ru": "Только по числам пользователя: ценность = измеренный эффект × доля тех, кто "
        "пользуется. Фронт: ничто не даёт надёжно больше за те же усилия.",
    },
    "budget_note": {
        "en": "Chosen within the budget: {names}; effort {effort}, worth at least {worth}.",
        "ru": "Выбрано в рамках бюджета: {names}; усилия {effort}, ценность не меньше {worth}.",
    },
    "budget_none": {
        "en": "Nothing is surely worth its effort within the budget.",
        "ru": "В рамках бюджета ничто надёжно не стоит усилий.",
    },
    "head.tactic": {"en": "Tactic", "ru": "Приём"},
    "head.effort": {"en": "Effort", "ru": "Усилия"},
    "head.worth": {"en": "Worth", "ru": "Ценность"},
    "head.per_effort": {"en": "Surely, per effort", "ru": "Надёжно на единицу усилий"},
    "head.front": {"en": "On the front", "ru": "На фронте"},
    "head.chosen": {"en": "Chosen", "ru": "Выбрано"},
    "said.yes": {"en": "yes", "ru": "да"},
    "said.no": {"en": "no", "ru": "нет"},
    "unmeasured": {"en": "not measured", "ru": "не измерена"},
    "fig.tactics": {"en": "Worth against effort", "ru": "Ценность и усилия"},
    "fig.tactics_told": {
        "en": "Tactics: {n}. Dot: the lower end of the worth; line: up to its upper end; steps: "
        "the front. Green: {green}.",
        "ru": "Приёмов: {n}. Точка — нижний конец ценности, линия — до верхнего, ступени — фронт. "
        "Зелёные — {green}.",
    },
    "fig.green_chosen": {"en": "chosen within the budget", "ru": "выбраны в рамках бюджета"},
    "fig.green_front": {"en": "on the front", "ru": "на фронте"},
    "fig.effort_axis": {"en": "effort", "ru": "усилия"},
    "fig.worth_axis": {"en": "worth", "ru": "ценность"},
    # replay
    "beyond.replay": {"en": "Would plans have been right", "ru": "Оправдались бы планы"},
    "replay_note": {
        "en": "Plans of earlier days against what then came. It tests prediction, not what acting "
        "brings.",
        "ru": "Планы прошлых дней против того, что потом случилось. Проверяет прогноз, а не "
        "результат действий.",
    },
    "replay_caption": {
        "en": "{target} ({segment}): each list against what came, {interval} intervals",
        "ru": "{target} ({segment}): каждый список против того, что случилось, интервалы "
        "{interval}",
    },
    "replay_coverage": {
        "en": "{segment}: {share} of the clicks of the next window lay in their {interval} "
        "intervals ({span}; topics: {n}).",
        "ru": "{segment}: в свои интервалы {interval} попало {share} кликов следующего окна "
        "({span}; тем: {n}).",
    },
    "replay_refused": {
        "en": "{segment}: {target} was not replayed: {note}.",
        "ru": "{segment}: «{target}» не проверено: {note}.",
    },
    "head.ranking": {"en": "List", "ru": "Список"},
    "head.spearman": {"en": "Rank correlation", "ru": "Корреляция рангов"},
    "head.precision": {"en": "Precision at 10", "ru": "Точность первых 10"},
    "head.gain": {"en": "The plan's gain in correlation", "ru": "План выигрывает в корреляции"},
    "head.gain_top": {"en": "The plan's gain at 10", "ru": "План выигрывает в первых 10"},
    "target.clicks": {"en": "Clicks", "ru": "Клики"},
    "target.shortfall": {"en": "Clicks missed", "ru": "Упущенные клики"},
    "target.demand": {"en": "Demand", "ru": "Спрос"},
    "target.position": {"en": "Mean rank", "ru": "Средняя позиция"},
    "target.map_clicks": {"en": "Clicks on the map", "ru": "Клики на карте"},
    "ranking.plan": {"en": "the plan", "ru": "план"},
    "ranking.lower": {"en": "its sizes by lower ends", "ru": "его размеры по нижней границе"},
    "ranking.middle": {"en": "its sizes by their middle", "ru": "его размеры по середине"},
    "ranking.impressions": {"en": "most impressions", "ru": "больше всего показов"},
    "ranking.last": {"en": "the last window", "ru": "последнее окно"},
    "ranking.raw_loss": {"en": "a table of CTR by rank", "ru": "таблица CTR по позициям"},
    "ranking.random": {"en": "a random list", "ru": "случайный список"},
    "fig.replay": {
        "en": "Lists of clicks missed against what came: {segment}",
        "ru": "Списки упущенных кликов против того, что случилось: {segment}",
    },
    "fig.replay_told": {
        "en": "Dot: agreement of each list with what came; line: its {interval} interval. Left: "
        "rank correlation, right: precision at 10.",
        "ru": "Точка — согласие списка с тем, что случилось, линия — интервал {interval}. Слева — "
        "корреляция рангов, справа — точность первых 10.",
    },
    # measurement
    "measurement_caption": {
        "en": "How to see whether it worked: leave these as they are, and wait",
        "ru": "Как увидеть результат: это не трогать и подождать",
    },
    "head.title": {"en": "Proposal", "ru": "Предложение"},
    "head.clicks_so_far": {"en": "Clicks per 28 days so far", "ru": "Клики за 28 дней пока"},
    "head.hold_back": {"en": "Comparable topics", "ru": "Похожие темы"},
    "head.hold_pages": {"en": "Its pages to change last", "ru": "Её страницы — в конце"},
    "head.detectable": {"en": "Least effect seen in 4 weeks", "ru": "Видно за 4 недели"},
    "head.weeks": {"en": "Weeks until +30% is seen", "ru": "Недель, чтобы увидеть +30 %"},
    "not_within_year": {"en": "not within a year", "ru": "не за год"},
    # what segments value
    "beyond.valued": {"en": "What each segment values", "ru": "Что ценит каждый сегмент"},
    "valued_note": {
        "en": "What stands out beside the other segments (false discovery rate {fdr}), the most "
        "distinct first. Counted are distinct searches and clicked elements, never clicks.",
        "ru": "Чем сегмент отличается от других (доля ложных находок {fdr}), сначала самое "
        "заметное. Считаются разные запросы и элементы с кликами, а не клики.",
    },
    "head.segment": {"en": "Segment", "ru": "Сегмент"},
    "head.pillar": {"en": "Pillars", "ru": "Направления"},
    "head.intents": {"en": "Intents", "ru": "Намерения"},
    "head.format": {"en": "Formats", "ru": "Форматы"},
    "head.channels": {"en": "Channels", "ru": "Каналы"},
    "head.hour": {"en": "Hours", "ru": "Часы"},
    "head.weekday": {"en": "Weekdays", "ru": "Дни недели"},
    # suggested segments
    "beyond.suggested": {
        "en": "Segments that the data suggest, and what each values",
        "ru": "Какие сегменты подсказывают данные и что ценит каждый",
    },
    "suggested_note": {
        "en": "q is the chance of wishes so different if the column had nothing to do with them; "
        "above {fdr} there is no reason to make segments of it.",
        "ru": "q — вероятность таких различий, если столбец ни при чём; выше {fdr} нет причины "
        "делать из него сегменты.",
    },
    "head.candidate": {"en": "Candidate", "ru": "Кандидат"},
    "head.forms": {"en": "Distinct searches or elements", "ru": "Разных запросов или элементов"},
    "head.impressions_share": {
        "en": "Share of impressions or clicks",
        "ru": "Доля показов или кликов",
    },
    "head.wants": {"en": "Wants more than the rest", "ru": "Хотят больше других"},
    "column.device": {"en": "device", "ru": "устройство"},
    "column.country": {"en": "country", "ru": "страна"},
    "column.folder": {"en": "folder", "ru": "раздел"},
    "column.language": {"en": "language", "ru": "язык"},
    "column.channel": {"en": "channel", "ru": "канал"},
    "column.hours": {"en": "hours", "ru": "часы"},
    "column.weekday": {"en": "weekday", "ru": "день недели"},
}
