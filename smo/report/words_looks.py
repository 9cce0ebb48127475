"""Words of the workbook, the figures and the interactive page."""

from __future__ import annotations

LOOK_WORDS: dict[str, dict[str, str]] = {
    # the workbook
    "sheets": {"en": "Sheets", "ru": "Листы"},
    "sheet_columns": {
        "en": "what every column of every sheet means",
        "ru": "что значит каждый столбец каждого листа",
    },
    "changed": {
        "en": "Shown otherwise than in the tables",
        "ru": "Показано не так, как в таблицах",
    },
    "changed_cut": {
        "en": "Texts cut at 32,767 characters, the most a cell holds: {n}.",
        "ru": "Тексты, обрезанные до 32 767 знаков (больше ячейка не вмещает): {n}.",
    },
    "changed_unseen": {
        "en": "Texts with control characters or direction marks, each shown as \ufffd: {n}.",
        "ru": "Тексты с управляющими символами (показаны как \ufffd): {n}.",
    },
    "changed_masked": {
        "en": "Texts with an e-mail address or phone number, masked: {n}.",
        "ru": "Тексты с почтовым адресом или телефоном (скрыты): {n}.",
    },
    "changed_links": {
        "en": "Addresses left as plain text, for links of a sheet are limited: {n}.",
        "ru": "Адреса без ссылки, так как число ссылок на листе ограничено: {n}.",
    },
    "changed_split": {
        "en": "The table “{name}” does not fit one sheet; it stands on {n}.",
        "ru": "Таблица «{name}» не помещается на один лист; листов: {n}.",
    },
    # figures
    "fig.matrix": {"en": "Demand and attention: {segment}", "ru": "Спрос и внимание: {segment}"},
    "fig.matrix_told": {
        "en": "Topics by demand and attention: {n}. Not on the click map: {rest}.",
        "ru": "Темы по спросу и вниманию: {n}. Нет на карте кликов: {rest}.",
    },
    "fig.demand_axis": {
        "en": "demand per 28 days, log scale",
        "ru": "спрос за 28 дней (лог. шкала)",
    },
    "fig.attention_axis": {
        "en": "attention: clicked of exposed page views",
        "ru": "внимание: доля показов элемента с кликом",
    },
    "fig.forest": {
        "en": "Sizes with intervals: {segment}",
        "ru": "Размеры с интервалами: {segment}",
    },
    "fig.forest_told": {
        "en": "Proposals with a size: {n}; line: the {interval} interval, dot: the median.",
        "ru": "Предложения с размером: {n}; линия — интервал {interval}, точка — медиана.",
    },
    "fig.unit.clicks": {"en": "clicks", "ru": "клики"},
    "fig.unit.impressions": {"en": "impressions", "ru": "показы"},
    "fig.unit.searches": {"en": "searches a month", "ru": "запросы за месяц"},
    "fig.topics": {"en": "Map of the topics", "ru": "Карта тем"},
    "fig.topics_told": {
        "en": "The {n} most demanded topics: the larger the more demanded, near where they share "
        "words, one color for each of the first pillars.",
        "ru": "Самые востребованные темы ({n}): чем крупнее круг, тем больше спрос; рядом — темы с "
        "общими словами; у первых направлений свой цвет.",
    },
    "fig.curve": {"en": "How many topics", "ru": "Сколько тем"},
    "fig.curve_axis": {"en": "number of topics", "ru": "число тем"},
    "fig.curve_told": {
        "en": "Mean silhouette of each number of topics tried; taken: {n}.",
        "ru": "Средний силуэт для каждого испытанного числа тем; выбрано: {n}.",
    },
    "fig.elements": {"en": "{page} ({segment})", "ru": "{page} (сегмент {segment})"},
    "fig.elements_told": {
        "en": "Elements from the top of the page down: {n}, less clicked ones left out: {rest}. "
        "The bar is the share of exposed page views with a click; gray is site furniture.",
        "ru": "Элементы сверху вниз: {n}, менее кликаемых опущено: {rest}. Полоса — доля показов "
        "элемента с кликом; серые — служебные элементы.",
    },
    "fig.elements_clicks_told": {
        "en": "Elements by clicks: {n}, less clicked ones left out: {rest}; gray: site furniture.",
        "ru": "Элементы по кликам: {n}, менее кликаемых опущено: {rest}; серые — служебные.",
    },
    "fig.heat": {"en": "Clicks on {page} ({segment})", "ru": "Клики на {page} (сегмент {segment})"},
    "fig.heat_told": {
        "en": "Where {n} clicks fell; the darker a square, the more of them.",
        "ru": "Куда пришлись клики ({n}); чем темнее квадрат, тем их больше.",
    },
    "figures": {"en": "Figures", "ru": "Рисунки"},
}
