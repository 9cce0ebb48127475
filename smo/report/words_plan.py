"""Words of the second part of a report: proposals, topics, methods, settings."""

from __future__ import annotations

PLAN_WORDS: dict[str, dict[str, str]] = {
    # proposals
    "segment_title": {"en": "Segment: {segment}", "ru": "Сегмент: {segment}"},
    "segment.all": {"en": "all visitors", "ru": "все посетители"},
    "segment_note": {
        "en": "{proposals} out of {topics}: {verdicts}.",
        "ru": "{proposals}, {topics}; {verdicts}.",
    },
    "n_proposals": {"en": "{n} proposals", "ru": "Предложений: {n}"},
    "n_proposals.one": {"en": "{n} proposal", "ru": "Предложений: {n}"},
    "n_act": {"en": "{n} to act on", "ru": "пора действовать: {n}"},
    "n_act.one": {"en": "{n} to act on", "ru": "пора действовать: {n}"},
    "n_wait": {"en": "{n} undecided", "ru": "пока неясно: {n}"},
    "n_wait.one": {"en": "{n} undecided", "ru": "пока неясно: {n}"},
    "n_suggest": {"en": "{n} suggestions", "ru": "советов: {n}"},
    "n_suggest.one": {"en": "{n} suggestion", "ru": "советов: {n}"},
    "n_explore": {"en": "{n} to explore", "ru": "изучить: {n}"},
    "n_explore.one": {"en": "{n} to explore", "ru": "изучить: {n}"},
    "n_skip": {"en": "{n} to skip", "ru": "пропустить: {n}"},
    "n_skip.one": {"en": "{n} to skip", "ru": "пропустить: {n}"},
    "act_sum": {
        "en": "Those to act on miss together about {n} clicks per 28 days at today's positions "
        "(sum of the medians).",
        "ru": "Темы, по которым пора действовать, вместе недобирают около {n} кликов за 28 дней на "
        "нынешних позициях (сумма медиан).",
    },
    "act_sum_period": {
        "en": "Those to act on miss together about {n} clicks in the period of the export at its "
        "positions (sum of the medians).",
        "ru": "Темы, по которым пора действовать, вместе недобрали около {n} кликов за период "
        "выгрузки на тогдашних позициях (сумма медиан).",
    },
    "proposals_none": {
        "en": "No proposals: no topic of this segment passes the threshold.",
        "ru": "Предложений нет: ни одна тема сегмента не проходит порог.",
    },
    "plan_none": {"en": "The plan holds no segment.", "ru": "В плане нет ни одного сегмента."},
    "rank": {"en": "Rank {rank}", "ru": "Место {rank}"},
    "action.improve": {"en": "Improve what is there", "ru": "Улучшить имеющееся"},
    "action.create": {"en": "Create a page", "ru": "Создать страницу"},
    "action.share": {"en": "Share it", "ru": "Рассказать в соцсетях"},
    "action.explore": {"en": "Explore the topic", "ru": "Изучить тему"},
    "verdict.act": {"en": "Act", "ru": "Действовать"},
    "verdict.wait": {"en": "Wait", "ru": "Подождать"},
    "verdict.skip": {"en": "Skip", "ru": "Пропустить"},
    "verdict.suggest": {"en": "Suggestion", "ru": "Совет"},
    "verdict.explore": {"en": "Explore", "ru": "Изучить"},
    "meaning.act": {
        "en": "the data show a shortfall that chance does not explain",
        "ru": "данные показывают потерю, которую случай не объясняет",
    },
    "meaning.wait": {
        "en": "more data are needed to tell",
        "ru": "чтобы судить, нужно больше данных",
    },
    "meaning.skip": {
        "en": "the interval leaves nothing worth having",
        "ru": "в интервале нет ничего стоящего",
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
    "size_text": {
        "en": "about {median} {unit} per 28 days",
        "ru": "около {median} {unit} за 28 дней",
    },
    "size_text_period": {
        "en": "about {median} {unit} in the period of the export",
        "ru": "около {median} {unit} за период выгрузки",
    },
    "size_range": {
        "en": "{interval} interval: {low} to {high}",
        "ru": "интервал {interval}: от {low} до {high}",
    },
    "unit.clicks": {"en": "clicks", "ru": "кликов"},
    "unit.impressions": {"en": "impressions", "ru": "показов"},
    "unit.searches": {"en": "searches", "ru": "запросов"},
    "bar": {
        "en": "Bar: {text}; the scale runs from {low} to {high}",
        "ru": "Полоса: {text}; шкала от {low} до {high}",
    },
    "steady": {
        "en": "Rank over resamples: {ranks}. Among the first {top} in {share} of them.",
        "ru": "Место в пересчётах: {ranks}. Среди первых {top}: в {share} из них.",
    },
    "steady_ranks": {"en": "Rank over resamples: {ranks}.", "ru": "Место в пересчётах: {ranks}."},
    "keywords": {"en": "Keywords", "ru": "Запросы"},
    "questions": {"en": "Questions", "ru": "Вопросы"},
    "pages": {"en": "Pages", "ru": "Страницы"},
    "elements": {"en": "Elements", "ru": "Элементы"},
    "hashtags": {"en": "Hashtags", "ru": "Хештеги"},
    "channel": {"en": "Channel", "ru": "Канал"},
    "content_format": {"en": "Format", "ru": "Формат"},
    "evidence": {"en": "Evidence and steadiness", "ru": "Основания и устойчивость"},
    "evidence_lists": {
        "en": "Rest of the lists, evidence and steadiness",
        "ru": "Остальное из списков, основания и устойчивость",
    },
    "evidence_rows": {"en": "Rows it rests on", "ru": "Строки, на которых основано"},
    # topics of a segment
    "topics": {"en": "All topics of the segment", "ru": "Все темы сегмента"},
    "topics_caption": {
        "en": "Topics of {segment}, most demanded first; in brackets the {interval} interval.",
        "ru": "Темы: {segment}. Сначала самые востребованные; в скобках интервал {interval}.",
    },
    "topics_unknown": {"en": "Not known here: {names}.", "ru": "Здесь неизвестно: {names}."},
    "topics_tail": {"en": "Less demanded topics: {n}", "ru": "Менее востребованные темы: {n}"},
    "topics_rest": {
        "en": "{n} more in the table “scores” of the saved plan.",
        "ru": "Ещё {n}: в таблице scores сохранённого плана.",
    },
    "topic": {"en": "Topic", "ru": "Тема"},
    "demand": {"en": "Demand", "ru": "Спрос"},
    "demand_share": {"en": "Share of demand", "ru": "Доля спроса"},
    "ctr": {"en": "CTR (expected)", "ru": "CTR (ожидаемый)"},
    "effect": {"en": "Clicks against the curve", "ru": "Клики к кривой"},
    "shortfall": {"en": "Missed clicks", "ru": "Упущенные клики"},
    "attention": {"en": "Attention", "ru": "Внимание"},
    "corner": {"en": "On the map", "ru": "На карте"},
    "corner.wanted and clicked": {"en": "wanted and clicked", "ru": "ищут и нажимают"},
    "corner.wanted, not clicked": {"en": "wanted, not clicked", "ru": "ищут, но не нажимают"},
    "corner.clicked, not searched": {"en": "clicked, not searched", "ru": "нажимают, но не ищут"},
    "corner.neither": {"en": "neither", "ru": "ни того, ни другого"},
    "corner.not on this map": {"en": "not on this map", "ru": "на этой карте нет"},
    "verdict": {"en": "Verdict", "ru": "Вердикт"},
    # methods and settings
    "methods": {"en": "How it was computed", "ru": "Как это посчитано"},
    "sources": {"en": "Sources", "ru": "Источники"},
    "settings": {"en": "Settings", "ru": "Настройки"},
    "settings_caption": {
        "en": "Choices this plan was made with",
        "ru": "Настройки, с которыми сделан план",
    },
    "setting": {"en": "Setting", "ru": "Настройка"},
    "value": {"en": "Value", "ru": "Значение"},
    "setting.n_proposals": {"en": "Most proposals a segment", "ru": "Предложений на сегмент, до"},
    "setting.languages": {"en": "Languages of the keywords", "ru": "Языки запросов"},
    "setting.brand": {"en": "Brand words", "ru": "Слова бренда"},
    "setting.interval": {"en": "Mass of every interval", "ru": "Масса каждого интервала"},
    "setting.fdr": {
        "en": "False discovery rate of “Act”",
        "ru": "Доля ложных «Действовать»",
    },
    "setting.match_rate": {
        "en": "Share of random text pairs that may match",
        "ru": "Доля случайных пар текстов, принятых за связь",
    },
    "setting.report_language": {"en": "Language of the report", "ru": "Язык отчёта"},
    "setting.random_state": {"en": "Random seed", "ru": "Начальное число"},
}
