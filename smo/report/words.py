"""Every word the reports say themselves, in every report language."""

from __future__ import annotations

from collections.abc import Mapping

WORDS: dict[str, dict[str, str]] = {
    "title": {"en": "Content topics plan", "ru": "План тем для контента"},
    "subtitle": {
        "en": "What people search and what they click, as a ranked list of content topics",
        "ru": "Что люди ищут и на что нажимают: упорядоченный список тем для контента",
    },
    "skip_link": {"en": "Skip to the proposals", "ru": "Перейти к предложениям"},
    "contents": {"en": "Contents", "ru": "Содержание"},
    "unknown": {"en": "—", "ru": "—"},
    "unknown_meaning": {"en": "not known", "ru": "неизвестно"},
    "colon": {"en": ":", "ru": ":"},
    "choice.auto": {"en": "automatic", "ru": "автоматически"},
    "none": {"en": "none", "ru": "нет"},
    "more": {"en": "and {n} more", "ru": "и ещё {n}"},
    "range": {"en": "{low} to {high}", "ru": "от {low} до {high}"},
    "version": {"en": "Made by smo {version}", "ru": "Создано в smo {version}"},
    # what was read
    "reads": {"en": "What was read", "ru": "Что прочитано"},
    "reads_caption": {
        "en": "One row is a table read from one file",
        "ru": "Одна строка: таблица, прочитанная из одного файла",
    },
    "reads_none": {
        "en": "The tables were handed over in memory, so there is no read report.",
        "ru": "Таблицы переданы из памяти, поэтому отчёта о чтении нет.",
    },
    "file": {"en": "File", "ru": "Файл"},
    "table": {"en": "Table", "ru": "Таблица"},
    "format": {"en": "Format", "ru": "Формат"},
    "segment": {"en": "Segment", "ru": "Сегмент"},
    "period": {"en": "Period", "ru": "Период"},
    "days": {"en": "{n} days", "ru": "дней: {n}"},
    "rows": {"en": "Rows", "ru": "Строки"},
    "rows_kept": {"en": "{kept} of {read}", "ru": "{kept} из {read}"},
    "read_notes": {"en": "Remarks", "ru": "Замечания"},
    "dropped": {"en": "left out: {text}", "ru": "не вошло: {text}"},
    "unused": {"en": "columns not used: {text}", "ru": "столбцы без применения: {text}"},
    "notes": {"en": "{text}", "ru": "{text}"},
    "cut_on_outcome": {
        "en": "no row without a click: cut on the outcome",
        "ru": "нет строк без кликов: выгрузка обрезана по результату",
    },
    "read_clicks": {
        "en": "clicks: {part} in the rows, {whole} by the file's own total",
        "ru": "клики: {part} в строках, {whole} по итогу в самом файле",
    },
    "read_impressions": {
        "en": "impressions: {part} in the rows, {whole} by the file's own total",
        "ru": "показы: {part} в строках, {whole} по итогу в самом файле",
    },
    "table.keywords": {"en": "keywords", "ru": "запросы"},
    "table.clicks": {"en": "clicks", "ru": "клики"},
    "table.pages": {"en": "pages", "ru": "страницы"},
    "table.totals": {"en": "totals", "ru": "итоги"},
    # what the data can and cannot say
    "diagnostics": {
        "en": "What the data can and cannot say",
        "ru": "О чём данные говорят и о чём нет",
    },
    "diagnostics_none": {"en": "No remarks.", "ru": "Замечаний нет."},
    "level.warning": {"en": "Caution", "ru": "Осторожно"},
    "level.fact": {"en": "Fact", "ru": "Факт"},
    "level.cure": {"en": "What would help", "ru": "Что поможет"},
    "coverage": {"en": "Coverage", "ru": "Охват"},
    "coverage_caption": {
        "en": "Which links between searches, clicks and pages the data hold",
        "ru": "Какие связи между запросами, кликами и страницами есть в данных",
    },
    "coverage_none": {
        "en": "There is no click map, so nothing was linked to the searches.",
        "ru": "Карты кликов нет, поэтому связывать с запросами нечего.",
    },
    "link": {"en": "Link", "ru": "Связь"},
    "found": {"en": "Rows linked", "ru": "Связано строк"},
    "link_clicks": {"en": "Clicks carried", "ru": "Клики на них"},
    "link.map page - page row": {
        "en": "page of the click map – page in the statistics",
        "ru": "страница карты кликов – страница в статистике",
    },
    "link.map page - query": {
        "en": "page of the click map – query × page rows",
        "ru": "страница карты кликов – строки «запрос × страница»",
    },
    "link.inferred from words of the page": {
        "en": "of these, inferred from words of the page",
        "ru": "из них выведено из слов страницы",
    },
    "link.furniture": {"en": "site furniture", "ru": "обвязка сайта: меню, подвал"},
    "link.no topic": {"en": "not attributed to a topic", "ru": "не отнесено ни к одной теме"},
    "link.text - topic": {"en": "words of an element – topic", "ru": "слова элемента – тема"},
    "link.target - topic": {"en": "target page – topic", "ru": "целевая страница – тема"},
    "link.page - topic": {"en": "page – topic", "ru": "страница – тема"},
    "click_share": {"en": "Share of clicks", "ru": "Доля кликов"},
    # proposals
    "segment_title": {"en": "Segment: {segment}", "ru": "Сегмент: {segment}"},
    "segment.all": {"en": "all visitors", "ru": "все посетители"},
    "segment_note": {
        "en": "Proposals: {n} ({verdicts}). Topics: {topics}.",
        "ru": "Предложений: {n} ({verdicts}). Тем: {topics}.",
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
    "elements": {"en": "Elements on pages", "ru": "Элементы на страницах"},
    "hashtags": {"en": "Hashtags", "ru": "Хештеги"},
    "channel": {"en": "Channel", "ru": "Канал"},
    "content_format": {"en": "Format", "ru": "Формат"},
    "evidence": {"en": "Evidence and steadiness", "ru": "Основания и устойчивость"},
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


def word(key: str, language: str) -> str:
    """Return one string of the reports.

    Parameters
    ----------
    key : str
        Name of the string in `WORDS`.
    language : {"en", "ru"}
        Language of the report.

    Returns
    -------
    str
        The string, with the places to fill in braces.

    Examples
    --------
    >>> word("verdict.act", "ru")
    'Действовать'
    """
    return WORDS[key][language]


def known_word(kind: str, name: str, language: str) -> str:
    """Return the word for a value of a table, or the value itself where none is known.

    Examples
    --------
    >>> known_word("action", "improve", "en")
    'Improve what is there'
    >>> known_word("action", "prune", "en")
    'prune'
    """
    entry: Mapping[str, str] = WORDS.get(f"{kind}.{name}", {})
    return entry.get(language, name)
