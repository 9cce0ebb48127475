"""Words of the first part of a report: what was read, what the data can say, coverage."""

from __future__ import annotations

DATA_WORDS: dict[str, dict[str, str]] = {
    "title": {"en": "Content topics plan", "ru": "План тем для контента"},
    "skip_link": {"en": "Skip to the proposals", "ru": "Перейти к предложениям"},
    "first_steps": {"en": "What to do first", "ru": "С чего начать"},
    "first_none": {"en": "Nothing to propose here.", "ru": "Предложений нет."},
    "data_details": {"en": "More about the data", "ru": "Подробнее о данных"},
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
    "hidden_share": {
        "en": "{share} of the impressions hidden by the exports",
        "ru": "{share} показов скрыто в выгрузках",
    },
    "reads": {"en": "What was read", "ru": "Что прочитано"},
    "reads_caption": {
        "en": "One row is a table read from one file",
        "ru": "Каждая строка — таблица, прочитанная из одного файла",
    },
    "reads_none": {
        "en": "The tables were handed over in memory, so there is no read report.",
        "ru": "Таблицы переданы прямо из программы, поэтому отчёта о чтении файлов нет.",
    },
    "file": {"en": "File", "ru": "Файл"},
    "table": {"en": "Table", "ru": "Таблица"},
    "format": {"en": "Format", "ru": "Формат"},
    "segment": {"en": "Segment", "ru": "Сегмент"},
    "period": {"en": "Period", "ru": "Период"},
    "rows": {"en": "Rows", "ru": "Строки"},
    "rows_kept": {"en": "{kept} of {read}", "ru": "{kept} из {read}"},
    "read_notes": {"en": "Remarks", "ru": "Замечания"},
    "dropped": {"en": "left out: {text}", "ru": "не вошло: {text}"},
    "unused": {"en": "columns not used: {text}", "ru": "неиспользованные столбцы: {text}"},
    "notes": {"en": "{text}", "ru": "{text}"},
    "cut_on_outcome": {
        "en": "no row without a click: cut on the outcome",
        "ru": "нет строк без кликов: выгрузка отобрана по результату",
    },
    "read_clicks": {
        "en": "clicks: {part} in the rows, {whole} by the file's own total",
        "ru": "клики: {part} в строках, {whole} в итоге самого файла",
    },
    "read_impressions": {
        "en": "impressions: {part} in the rows, {whole} by the file's own total",
        "ru": "показы: {part} в строках, {whole} в итоге самого файла",
    },
    "table.keywords": {"en": "keywords", "ru": "запросы"},
    "table.clicks": {"en": "clicks", "ru": "клики"},
    "table.pages": {"en": "pages", "ru": "страницы"},
    "table.totals": {"en": "totals", "ru": "итоги"},
    # what the data can and cannot say
    "diagnostics": {
        "en": "What the data can and cannot say",
        "ru": "Что показывают данные и чего не показывают",
    },
    "diagnostics_none": {"en": "No remarks.", "ru": "Замечаний нет."},
    "level.warning": {"en": "Caution", "ru": "Внимание"},
    "level.fact": {"en": "Fact", "ru": "Факт"},
    "level.cure": {"en": "Next step", "ru": "Что сделать"},
    "like.ctr_few_clicks": {
        "en": "CTR cannot be judged here: with so few clicks no weak topic stands out from chance "
        "(counts in the table). Proposals are ordered by demand.",
        "ru": "CTR здесь оценить нельзя: кликов так мало, что слабую тему не отличить от "
        "случайности (числа — в таблице). Предложения упорядочены по спросу.",
    },
    "like.ctr_few_topics": {
        "en": "CTR cannot be judged here: each topic is judged by the others, and these are too "
        "few (counts in the table).",
        "ru": "CTR здесь оценить нельзя: каждая тема сравнивается с остальными, а их слишком мало "
        "(числа — в таблице).",
    },
    "like.ctr_cut_on_outcome": {
        "en": "CTR cannot be judged here: no keyword row is without a click, so the export was "
        "cut on the outcome. Proposals are ordered by demand.",
        "ru": "CTR здесь оценить нельзя: в выгрузке нет строк без кликов, значит, она отобрана по "
        "результату. Предложения упорядочены по спросу.",
    },
    "findings_caption": {
        "en": "What is known of each segment",
        "ru": "Что известно о каждом сегменте",
    },
    "finding": {"en": "Finding", "ru": "Показатель"},
    "fact.ctr": {"en": "CTR judged", "ru": "Оценка CTR"},
    "fact.tested": {
        "en": "All topics tested / to act on / undecided",
        "ru": "Всего проверено тем / действовать / подождать",
    },
    "fact.prior_weight": {
        "en": "CTR borrowed from the curve",
        "ru": "Доля кривой в оценке CTR запроса",
    },
    "fact.false_alarms": {
        "en": "Tests that say act where nothing is wrong",
        "ru": "Ложных «действовать», где всё в порядке",
    },
    "fact.stable": {
        "en": "Keywords in topics that come back from half of them",
        "ru": "Запросы в темах, которые находятся снова по их половине",
    },
    "fact.apart": {
        "en": "Asked for more often than in the other segments",
        "ru": "Спрашивают чаще, чем в других сегментах",
    },
    "cell.apart": {"en": "{count}", "ru": "чаще: {count}"},
    "cell.alike": {"en": "none: may be chance", "ru": "нет: может быть случайность"},
    "fact.hidden": {
        "en": "Impressions of hidden queries",
        "ru": "Доля показов по скрытым запросам",
    },
    "fact.period": {"en": "Period of the search counts", "ru": "Период поисковых данных"},
    "fact.via": {
        "en": "Clicks on the map joined to topics",
        "ru": "Клики на карте, отнесённые к темам",
    },
    "fact.furniture": {
        "en": "Clicks on site furniture",
        "ru": "Клики по служебным элементам",
    },
    "cell.ctr_judged": {"en": "yes, {count}", "ru": "да, {count}"},
    "cell.ctr_few_clicks": {"en": "no, {count} only", "ru": "нет, всего {count}"},
    "cell.ctr_few_topics": {"en": "no, {count} only", "ru": "нет, всего {count}"},
    "cell.ctr_cut_on_outcome": {
        "en": "no, cut on the outcome",
        "ru": "нет, выгрузка отобрана по результату",
    },
    "cell.ctr_no_clicks": {"en": "no, clicks unknown", "ru": "нет, клики неизвестны"},
    "cell.ctr_no_positions": {"en": "no, positions unknown", "ru": "нет, позиции неизвестны"},
    "cell.ctr_no_impressions": {"en": "no, volumes only", "ru": "нет, только частотность"},
    "cell.hidden_unknown": {"en": "unknown: no totals", "ru": "неизвестно: нет итогов"},
    "cell.period_unknown": {"en": "unknown", "ru": "неизвестен"},
    "cell.via": {"en": "{share} ({parts})", "ru": "{share} ({parts})"},
    "via.text - topic": {"en": "text {share}", "ru": "текст {share}"},
    "via.target - topic": {"en": "target {share}", "ru": "ссылка {share}"},
    "via.page - topic": {"en": "page {share}", "ru": "страница {share}"},
    "coverage": {"en": "Coverage", "ru": "Охват"},
    "coverage_caption": {
        "en": "Click rows that carry a link, of those that could, and their share of the clicks",
        "ru": "У скольких строк с кликами есть эта связь (из тех, где она возможна) и какая доля "
        "кликов на них приходится",
    },
    "cell.coverage": {
        "en": "{found} of {possible} · {share} of clicks",
        "ru": "{found} из {possible} · {share} кликов",
    },
    "cell.coverage_rows": {"en": "{found} of {possible}", "ru": "{found} из {possible}"},
    "coverage_left_out": {
        "en": "Not possible with these data ({n}): {names}.",
        "ru": "Связи, невозможные в этих данных ({n}): {names}.",
    },
    "coverage_none": {
        "en": "There is no click map, so nothing was linked to the searches.",
        "ru": "Карты кликов нет, поэтому с запросами связывать нечего.",
    },
    "link": {"en": "Link", "ru": "Связь"},
    "link.map page - page row": {
        "en": "Page of the map has statistics",
        "ru": "Страница с карты есть в статистике",
    },
    "link.map page - query": {
        "en": "Page of the map has queries",
        "ru": "Для страницы с карты известны запросы",
    },
    "link.text - topic": {
        "en": "Topic by the words of the element",
        "ru": "Тема найдена по словам на элементе",
    },
    "link.target - topic": {
        "en": "Topic by the page it leads to",
        "ru": "Тема найдена по странице, куда ведёт элемент",
    },
    "link.page - topic": {
        "en": "Topic by the page it is on",
        "ru": "Тема найдена по странице, где стоит элемент",
    },
    "link.inferred from words of the page": {
        "en": "Page's topic by its words only, no queries known",
        "ru": "Тема страницы известна лишь по её словам, без запросов",
    },
    "link.furniture": {
        "en": "Site furniture: menu, footer, search box",
        "ru": "Служебный элемент: меню, подвал, поиск",
    },
    "link.no topic": {"en": "The rest: no topic found", "ru": "Остальное: тема не найдена"},
}
