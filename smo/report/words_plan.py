"""Words of the second part of a report: proposals, topics, methods, settings."""

from __future__ import annotations

PLAN_WORDS: dict[str, dict[str, str]] = {
    # proposals
    "segment_title": {"en": "Segment: {segment}", "ru": "Сегмент: {segment}"},
    "segment.all": {"en": "all visitors", "ru": "все посетители"},
    "segment.unassigned": {"en": "unassigned", "ru": "вне сегментов"},
    "segment.shared": {"en": "shared", "ru": "общее"},
    "segment_note": {
        "en": "{proposals} out of {topics}. Of the proposals: {verdicts}.",
        "ru": "{proposals} из {topics}. Среди предложений: {verdicts}.",
    },
    "act_sum": {
        "en": "Those to act on miss together about {clicks} per 28 days at today's positions "
        "(sum of the medians).",
        "ru": "Темы с вердиктом «Действовать» вместе недобирают около {clicks} за 28 дней на "
        "нынешних позициях (сумма медиан).",
    },
    "act_sum_period": {
        "en": "Those to act on miss together about {clicks} in the period of the export at its "
        "positions (sum of the medians).",
        "ru": "Темы с вердиктом «Действовать» вместе недобрали около {clicks} за период выгрузки "
        "на тогдашних позициях (сумма медиан).",
    },
    "order_rule": {
        "en": "Order: what the data show, the likely, preferences, to explore, the undecided; "
        "within each by the lower end of the size's interval, not its middle; a topic much like "
        "an earlier one stands lower, or gives its place to one of another kind.",
        "ru": "Порядок: сначала показанное данными, затем вероятное, советы, темы для изучения, "
        "неясное; внутри группы — по нижней границе интервала размера, а не по его середине; тема, "
        "похожая на одну из первых, стоит ниже или уступает место теме другого рода.",
    },
    "proposals_none": {
        "en": "No proposals: no topic of this segment passes the threshold.",
        "ru": "Предложений нет: ни одна тема сегмента не проходит порог.",
    },
    "plan_none": {"en": "The plan holds no segment.", "ru": "В плане нет ни одного сегмента."},
    "rank": {"en": "Rank {rank}", "ru": "Место {rank}"},
    "action.improve": {"en": "Improve what is there", "ru": "Улучшить то, что есть"},
    "action.fix": {"en": "Repair its elements", "ru": "Починить элементы"},
    "action.consolidate": {"en": "Merge its pages", "ru": "Объединить страницы"},
    "action.create": {"en": "Create a page", "ru": "Создать страницу"},
    "action.share": {"en": "Share it", "ru": "Поделиться"},
    "action.explore": {"en": "Explore the topic", "ru": "Изучить тему"},
    "verdict.act": {"en": "Act", "ru": "Действовать"},
    "verdict.wait": {"en": "Wait", "ru": "Подождать"},
    "verdict.skip": {"en": "Skip", "ru": "Пропустить"},
    "verdict.suggest": {"en": "Suggestion", "ru": "Совет"},
    "verdict.explore": {"en": "Explore", "ru": "Изучить"},
    "meaning.act": {
        "en": "what is missed or fails is unlikely to be chance (false discovery rate {fdr})",
        "ru": "недобор или сбой вряд ли случаен (доля ложных открытий {fdr})",
    },
    "meaning.wait": {
        "en": "it may still be chance, even where its interval lies above zero: all "
        "topics are tested at once",
        "ru": "это ещё может быть случайностью, даже если интервал целиком выше нуля: "
        "проверяются сразу все темы",
    },
    "meaning.skip": {
        "en": "no shortfall worth having",
        "ru": "заметного недобора нет",
    },
    "meaning.suggest": {
        "en": "a preference, not a finding",
        "ru": "предпочтение, а не вывод из данных",
    },
    "meaning.explore": {
        "en": "clicks cannot be judged from these data; ordered by demand",
        "ru": "о кликах по этим данным судить нельзя; порядок по спросу",
    },
    "reason": {"en": "Why", "ru": "Почему"},
    "size": {"en": "Size", "ru": "Размер"},
    "size_unknown": {"en": "size not known", "ru": "размер неизвестен"},
    "size_text": {"en": "about {size} per 28 days", "ru": "около {size} за 28 дней"},
    "size_text_period": {
        "en": "about {size} in the period of the export",
        "ru": "около {size} за период выгрузки",
    },
    "size_range": {
        "en": "{interval} interval: {low} to {high}",
        "ru": "интервал {interval}: от {low} до {high}",
    },
    "bar": {
        "en": "Bar on a scale from {low} to {high}",
        "ru": "Полоса на шкале от {low} до {high}",
    },
    "steady": {
        "en": "Rank over resamples: {ranks}. Among the first {top} in {share} of them.",
        "ru": "Место при повторных выборках: {ranks}; в первых {top} — в {share} выборок.",
    },
    "steady_ranks": {
        "en": "Rank over resamples: {ranks}.",
        "ru": "Место при повторных выборках: {ranks}.",
    },
    "keywords": {"en": "Keywords", "ru": "Запросы"},
    "questions": {"en": "Questions", "ru": "Вопросы"},
    "pages": {"en": "Pages", "ru": "Страницы"},
    "elements": {"en": "Elements", "ru": "Элементы"},
    "terms": {"en": "Terms", "ru": "Слова темы"},
    "hashtags": {"en": "Hashtags", "ru": "Хештеги"},
    "channel": {"en": "Channel", "ru": "Канал"},
    "content_format": {"en": "Format", "ru": "Формат"},
    "evidence": {"en": "Evidence and steadiness", "ru": "Основания и устойчивость"},
    "evidence_lists": {
        "en": "Rest of the lists, evidence and steadiness",
        "ru": "Продолжение списков, основания и устойчивость",
    },
    "evidence_rows": {"en": "Rows it rests on", "ru": "На каких строках основано"},
    # topics of a segment
    "topics": {"en": "All topics of the segment", "ru": "Все темы сегмента"},
    "topics_caption": {
        "en": "Topics of {segment}, most demanded first; in brackets the {interval} interval.",
        "ru": "Темы сегмента {segment}, по убыванию спроса; в скобках интервал {interval}.",
    },
    "topics_unknown": {"en": "Not known here: {names}.", "ru": "Здесь нет данных: {names}."},
    "topics_tail": {"en": "Less demanded topics: {n}", "ru": "Темы с меньшим спросом: {n}"},
    "topics_rest": {
        "en": "{n} more in the table “scores” of the saved plan.",
        "ru": "Ещё {n} — в таблице scores сохранённого плана.",
    },
    "topic": {"en": "Topic", "ru": "Тема"},
    "demand": {"en": "Demand", "ru": "Спрос"},
    "demand_share": {"en": "Share of demand", "ru": "Доля в спросе"},
    "ctr": {"en": "CTR (expected)", "ru": "CTR (ожидаемый)"},
    "effect": {"en": "Clicks against the curve", "ru": "Клики относительно кривой"},
    "shortfall": {"en": "Missed clicks", "ru": "Недобор кликов"},
    "potential": {"en": "One rank higher (assumed)", "ru": "На место выше (допущение)"},
    "attention": {"en": "Attention", "ru": "Внимание"},
    "corner": {"en": "On the map", "ru": "На карте"},
    "corner.wanted and clicked": {"en": "wanted and clicked", "ru": "ищут и кликают"},
    "corner.wanted, not clicked": {"en": "wanted, not clicked", "ru": "ищут, но не кликают"},
    "corner.clicked, not searched": {"en": "clicked, not searched", "ru": "кликают, но не ищут"},
    "corner.neither": {"en": "neither", "ru": "ни того, ни другого"},
    "corner.not on this map": {"en": "not on this map", "ru": "нет на этой карте"},
    "verdict": {"en": "Verdict", "ru": "Вердикт"},
    # what brings people to a page against what they click there
    "scent": {
        "en": "What brings people to a page, and what they click there",
        "ru": "Что приводит людей на страницу и что они там нажимают",
    },
    "scent_caption": {
        "en": "Topics whose share of the {by} of a page's queries is not, beyond chance, their "
        "share of the clicks there; in brackets the {interval} interval and the count",
        "ru": "Темы, чья доля {by} по запросам страницы не совпадает, и вряд ли случайно, с долей "
        "кликов на ней; в скобках интервал {interval} и число",
    },
    "scent_by_clicks": {"en": "search clicks", "ru": "кликов из поиска"},
    "scent_by_impressions": {"en": "impressions", "ru": "показов"},
    "scent_share": {
        "en": "{share} ({low} to {high}; {n})",
        "ru": "{share} (от {low} до {high}; {n})",
    },
    "scent_rest": {
        "en": "{n} more in the table “scent” of the saved plan.",
        "ru": "Ещё {n} — в таблице scent сохранённого плана.",
    },
    "page": {"en": "Page", "ru": "Страница"},
    "scent_arrived": {"en": "Brings people", "ru": "Приводит"},
    "scent_clicked": {"en": "Clicked there", "ru": "Нажимают"},
    "scent_finding": {"en": "Finding", "ru": "Вывод"},
    "scent.not offered": {
        "en": "not offered: no element there speaks for it",
        "ru": "не предложено: о ней на странице нет элементов",
    },
    "scent.passed over": {"en": "passed over", "ru": "проходят мимо"},
    "scent.sought besides": {"en": "sought besides", "ru": "ищут кроме того"},
    # methods and settings
    "methods": {"en": "How it was computed", "ru": "Как это посчитано"},
    "sources": {"en": "Sources", "ru": "Источники"},
    "settings": {"en": "Settings", "ru": "Настройки"},
    "settings_caption": {
        "en": "Choices this plan was made with",
        "ru": "Настройки, с которыми составлен план",
    },
    "setting": {"en": "Setting", "ru": "Настройка"},
    "value": {"en": "Value", "ru": "Значение"},
    "setting.n_proposals": {
        "en": "Most proposals a segment",
        "ru": "Предложений на сегмент, не более",
    },
    "setting.languages": {"en": "Languages of the keywords", "ru": "Языки запросов"},
    "setting.word_forms": {"en": "Forms of one word known by", "ru": "Формы слова узнаются по"},
    "choice.stems": {"en": "stems", "ru": "основам"},
    "choice.lemmas": {"en": "a dictionary", "ru": "словарю"},
    "setting.brand": {"en": "Brand words", "ru": "Слова бренда"},
    "setting.questions": {"en": "Further question words", "ru": "Другие вопросительные слова"},
    "setting.intents": {"en": "Further words of intents", "ru": "Другие слова намерений"},
    "setting.interval": {
        "en": "Probability mass of every interval",
        "ru": "Доверительная вероятность интервалов",
    },
    "setting.fdr": {
        "en": "False discovery rate of “Act”",
        "ru": "Доля ложных открытий среди «Действовать»",
    },
    "setting.null_worlds": {
        "en": "Worlds simulated to count false alarms",
        "ru": "Миров для оценки ложных срабатываний",
    },
    "setting.prior_curve": {"en": "CTR curve to lean on", "ru": "Опорная кривая CTR"},
    "setting.prior_impressions": {
        "en": "Impressions it is worth at each position",
        "ru": "Сколько показов она весит на каждой позиции",
    },
    "setting.breaks": {
        "en": "Further days on which the counting changed",
        "ru": "Другие дни, когда менялся способ подсчёта",
    },
    "setting.k_anonymity": {
        "en": "Keywords with fewer impressions are not named",
        "ru": "Запросы с меньшим числом показов не называются",
    },
    "setting.match_rate": {
        "en": "Share of random text pairs that may match",
        "ru": "Допустимая доля случайных совпадений текстов",
    },
    "setting.report_language": {"en": "Language of the report", "ru": "Язык отчёта"},
    "setting.random_state": {"en": "Random seed", "ru": "Начальное значение генератора"},
}
