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
    "fig.other_pillars": {"en": "other pillars", "ru": "другие направления"},
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
        "en": "Where {n} clicks fell; the darker a square, the more of them, up to {most}.",
        "ru": "Куда пришлись клики ({n}); чем темнее квадрат, тем их больше, до {most}.",
    },
    "fig.heat_beyond": {
        "en": "Not shown, outside of the picture: {n} clicks.",
        "ru": "Не показаны клики за пределами картинки: {n}.",
    },
    "fig.heat_devices": {
        "en": "Clicks of several devices are shown together: {names}.",
        "ru": "Клики нескольких устройств показаны вместе: {names}.",
    },
    "chart.label": {"en": "topic", "ru": "тема"},
    "chart.demand": {"en": "demand", "ru": "спрос"},
    "chart.pillar": {"en": "pillar", "ru": "направление"},
    "chart.size": {"en": "size", "ru": "размер"},
    "chart.interval": {"en": "{interval} interval", "ru": "интервал {interval}"},
    "chart.action": {"en": "action", "ru": "действие"},
    "figures": {"en": "Figures", "ru": "Рисунки"},
    # what the data allow, in five lines
    "short.ctr": {
        "en": "CTR is judged in {n} of {all} segments; elsewhere proposals go by demand.",
        "ru": "CTR оценивается в {n} из {all} сегментов; в остальных порядок — по спросу.",
    },
    "short.via": {
        "en": "Joined to topics: {share} of the clicks on the map.",
        "ru": "Отнесено к темам: {share} кликов на карте.",
    },
    "short.no_via": {
        "en": "No clicks of a map are joined to topics.",
        "ru": "Клики карты к темам не отнесены.",
    },
    "short.hidden": {
        "en": "Hidden by the exports: {share} of the impressions.",
        "ru": "Скрыто в выгрузках: {share} показов.",
    },
    "short.no_hidden": {
        "en": "How many impressions the exports hide is not known.",
        "ru": "Сколько показов скрыто в выгрузках, неизвестно.",
    },
    "short.prior_weight": {
        "en": "Borrowed from the site's own curve: {share} of a query's CTR.",
        "ru": "Взято из кривой сайта: {share} оценки CTR запроса.",
    },
    "short.false_alarms": {
        "en": "Where nothing is wrong, {share} of the tests say “act”.",
        "ru": "Там, где всё в порядке, «Действовать» говорят {share} проверок.",
    },
    # segments side by side
    "side_by_side": {"en": "Segments side by side", "ru": "Сегменты рядом"},
    "first_proposals": {"en": "First proposals", "ru": "Первые предложения"},
    "demand_kind.impressions": {"en": "impressions", "ru": "показов"},
    "demand_kind.volume": {"en": "searches a month", "ru": "запросов за месяц"},
    # the five elements of engagement
    "element.awareness": {"en": "Awareness: what they want", "ru": "Осведомлённость: чего хотят"},
    "element.observation": {"en": "Observation: the gaps", "ru": "Наблюдение: пробелы"},
    "element.ideation": {"en": "Ideation: what to do first", "ru": "Идеи: что делать сначала"},
    "element.interaction": {
        "en": "Interaction: where they click and how they speak",
        "ru": "Взаимодействие: где кликают и как говорят",
    },
    "element.influence": {"en": "Influence: who and what spreads it", "ru": "Влияние: кто и что"},
    "stop": {"en": "It is done when", "ru": "Дело сделано, когда"},
    "stop.fix": {
        "en": "its elements fail no more often than elements alike",
        "ru": "её элементы не срабатывают не чаще, чем похожие",
    },
    "stop.consolidate": {
        "en": "its queries lead to one page and “Clicks against the curve” recovers",
        "ru": "её запросы ведут на одну страницу и «Клики относительно кривой» восстановились",
    },
    "stop.improve": {
        "en": "the interval of “Clicks against the curve” reaches 100% in a later plan",
        "ru": "интервал «Кликов относительно кривой» в новом плане доходит до 100 %",
    },
    "stop.create": {
        "en": "a page serves the topic and gets its impressions",
        "ru": "для темы есть страница и она получает показы",
    },
    "stop.share": {
        "en": "the topic is searched as well, or its clicks on the map fade",
        "ru": "тему начали искать или клики по ней на карте иссякли",
    },
    "stop.explore": {
        "en": "clicks and positions are enough to judge it",
        "ru": "кликов и позиций хватает, чтобы о ней судить",
    },
    "mini.pillars": {"en": "Pillars", "ru": "Направления"},
    "mini.intents": {"en": "Intents told", "ru": "Намерения"},
    "mini.asked": {"en": "Questions typed", "ru": "Вопросы"},
    "mini.gaps": {"en": "Wanted, not clicked", "ru": "Ищут, но не кликают"},
    "mini.dead": {"en": "Clicks that change nothing", "ru": "Клики без результата"},
    "mini.seen": {"en": "Most attention", "ru": "Больше всего внимания"},
    "mini.channels": {"en": "Channels", "ru": "Каналы"},
    "mini.distinct": {
        "en": "Asked for more than elsewhere",
        "ru": "Спрашивают чаще, чем в других сегментах",
    },
    "mini.dialect": {"en": "Dialect", "ru": "Свои слова"},
    "mini.drill": {
        "en": "Keywords in the period of the exports",
        "ru": "Запросы за период выгрузок",
    },
    "head.pillar_label": {"en": "Pillar", "ru": "Направление"},
    "head.intent": {"en": "Intent", "ru": "Намерение"},
    "head.keyword": {"en": "Keyword", "ru": "Запрос"},
    "head.label": {"en": "Topic", "ru": "Тема"},
    "head.topic": {"en": "Topic", "ru": "Тема"},
    "head.channel": {"en": "Channel", "ru": "Канал"},
    "head.word": {"en": "Word", "ru": "Слово"},
    "head.demand_share": {"en": "Share of demand", "ru": "Доля в спросе"},
    "head.topics_count": {"en": "Topics", "ru": "Темы"},
    "head.keyword_share": {"en": "Share of keywords", "ru": "Доля запросов"},
    "head.demand_period": {"en": "Shown or searched", "ru": "Показы или запросы"},
    "head.demand": {"en": "Demand", "ru": "Спрос"},
    "head.attention": {"en": "Attention", "ru": "Внимание"},
    "head.dead_rate": {"en": "Dead clicks", "ru": "Без результата"},
    "head.map_clicks": {"en": "Clicks on the map", "ru": "Клики на карте"},
    "head.clicks_count": {"en": "Clicks", "ru": "Клики"},
    "head.log_odds": {"en": "Log-odds", "ru": "Логарифм шансов"},
    "head.z": {"en": "In standard errors", "ru": "В стандартных ошибках"},
    "head.q": {"en": "q-value", "ru": "q-значение"},
    "head.own_rest": {"en": "Here / elsewhere", "ru": "Здесь / у других"},
    "head.impressions": {"en": "Impressions", "ru": "Показы"},
    "head.clicks": {"en": "Clicks", "ru": "Клики"},
    "head.ctr": {"en": "CTR", "ru": "CTR, доля кликов"},
    "head.position": {"en": "Position", "ru": "Позиция"},
    "head.volume": {"en": "Searches a month", "ru": "Запросов за месяц"},
    "intent.informational": {"en": "to learn", "ru": "узнать"},
    "intent.transactional": {"en": "to buy", "ru": "купить"},
    "intent.commercial": {"en": "to compare", "ru": "сравнить"},
    "intent.navigational": {"en": "to find a site", "ru": "найти сайт"},
    "intent.local": {"en": "nearby", "ru": "рядом"},
    # the tools of the page
    "tools": {"en": "Filter the proposals and topics", "ru": "Отбор предложений и тем"},
    "tools_find": {"en": "Filter by words", "ru": "Отбор по словам"},
    "tools_verdict": {"en": "Verdict", "ru": "Вердикт"},
    "tools_any": {"en": "any", "ru": "любой"},
    "tools_told": {
        "en": "{n} of {all} proposals shown",
        "ru": "показано предложений: {n} из {all}",
    },
    "pictures": {"en": "Pictures of the most clicked pages", "ru": "Самые кликаемые страницы"},
    # a table in a notebook
    "preview": {
        "en": "{name}: {rows} rows, {columns} columns",
        "ru": "{name}: строк {rows}, столбцов {columns}",
    },
    "preview_rows": {"en": "Further rows: {n}.", "ru": "Ещё строк: {n}."},
    "preview_columns": {"en": "Further columns: {names}.", "ru": "Ещё столбцы: {names}."},
    "yes": {"en": "yes", "ru": "да"},
    "no": {"en": "no", "ru": "нет"},
}
