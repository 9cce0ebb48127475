"""The sentences of the diagnostics, in the report's language.

Russian sentences put numbers after a colon, so that no noun must agree with a number.
"""

from __future__ import annotations

MESSAGES: dict[str, dict[str, str]] = {
    "ctr_judged": {
        "en": "CTR is judged: {clicks}, against the curve of this segment's own typical topic.",
        "ru": "CTR оценён относительно кривой типичной темы этого сегмента (кликов: {n}).",
    },
    "ctr_few_clicks": {
        "en": "CTR cannot be judged here ({clicks}): below {least} no weak topic stands out from "
        "chance. Proposals are ordered by demand.",
        "ru": "CTR здесь оценить нельзя (кликов: {n}): если их меньше {least}, слабую тему не "
        "отличить от случайности. Предложения упорядочены по спросу.",
    },
    "ctr_few_topics": {
        "en": "CTR cannot be judged here ({topics}): each topic is judged by the others, and that "
        "takes {least} topics or more.",
        "ru": "CTR здесь оценить нельзя (тем: {n}): тема сравнивается с остальными, их нужно "
        "не меньше {least}.",
    },
    "ctr_cut_on_outcome": {
        "en": "CTR cannot be judged here: none of the {n} keyword rows is without a click, so the "
        "export was cut on the outcome. Proposals are ordered by demand.",
        "ru": "CTR здесь оценить нельзя: в выгрузке нет строк без кликов (всего строк: {n}), "
        "значит, она отобрана по результату. Предложения упорядочены по спросу.",
    },
    "ctr_no_clicks": {
        "en": "CTR cannot be judged here: the keyword rows tell no clicks.",
        "ru": "CTR здесь оценить нельзя: у запросов не указаны клики.",
    },
    "ctr_no_positions": {
        "en": "CTR cannot be judged here: the keyword rows tell no positions.",
        "ru": "CTR здесь оценить нельзя: у запросов не указаны позиции.",
    },
    "ctr_no_impressions": {
        "en": "CTR cannot be judged here: there are search volumes only, no impressions.",
        "ru": "CTR здесь оценить нельзя: есть только частотность запросов, показов нет.",
    },
    "ctr_cure": {
        "en": "To have CTR judged, export the queries of a longer period with clicks, impressions "
        "and positions, rows without clicks included.",
        "ru": "Чтобы оценить CTR, выгрузите запросы за больший период с кликами, показами и "
        "позициями, включая строки без кликов.",
    },
    "curve": {
        "en": "Verdicts hold if our curve is right: what every topic of a site lacks, its "
        "own curve cannot show.",
        "ru": "Выводы верны, если верна построенная кривая: чего не хватает всем темам сайта "
        "сразу, его собственная кривая не покажет.",
    },
    "tested": {
        "en": "{topics} tested for missed clicks: {act} to act on, {wait} undecided.",
        "ru": "Проверено на недобор кликов тем: {n}; действовать: {act}; подождать: {wait}.",
    },
    "false_alarms": {
        "en": "Where nothing is wrong, {share} of the tests would still say act: {act} of {n} "
        "topics in {worlds} worlds drawn from these impressions and this curve. Holds if the "
        "curve is right.",
        "ru": "Там, где всё в порядке, «действовать» выпало бы для {share} проверок: тем {act} из "
        "{n} в смоделированных мирах (их {worlds}) с этими показами и этой кривой. Верно, если "
        "верна кривая.",
    },
    "false_alarms_consolidate": {
        "en": "Where no shared query does worse, {share} of the tests would still say consolidate: "
        "{act} of {n} topics in {worlds} worlds drawn from these impressions and this curve.",
        "ru": "Там, где общие запросы страниц ничего не теряют, «объединить» выпало бы для {share} "
        "проверок: тем {act} из {n} в смоделированных мирах (их {worlds}) с этими показами и этой "
        "кривой.",
    },
    "false_alarms_fix": {
        "en": "Where no element fails more than elements alike, {share} of the tests would still "
        "say fix: {act} of {n} topics in {worlds} worlds drawn from these clicks and base rates.",
        "ru": "Там, где элементы подводят не чаще подобных, «починить» выпало бы для {share} "
        "проверок: тем {act} из {n} в смоделированных мирах (их {worlds}) с этими кликами и "
        "обычной долей неудач.",
    },
    "tendency": {
        "en": "The keywords fall into groups: Hopkins statistic {statistic}, where words met by "
        "chance give {low} to {high}.",
        "ru": "Запросы распадаются на группы: статистика Хопкинса {statistic}, при случайном "
        "сочетании слов она была бы от {low} до {high}.",
    },
    "no_tendency": {
        "en": "There is nothing to cluster by words: they meet in these keywords as they would by "
        "chance (Hopkins statistic {statistic}; by chance {low} to {high}). Take the topics for "
        "shelves, not for findings; read each before acting on it.",
        "ru": "Группировать по словам нечего: слова в этих запросах сочетаются как случайные "
        "(статистика Хопкинса {statistic}; при случайности от {low} до {high}). Темы здесь — "
        "полки, а не находки: прочтите каждую, прежде чем действовать.",
    },
    "stable": {
        "en": "{share} of the keywords are in topics that come back when half of their keywords "
        "are all that is known ({n} of {of} topics).",
        "ru": "Доля запросов в темах, которые находятся снова по половине своих запросов: {share} "
        "(таких тем {n} из {of}).",
    },
    "prior_weight": {
        "en": "{share} of what is said about a query's CTR is borrowed from the curve.",
        "ru": "Оценка CTR запроса опирается на кривую в среднем на {share}.",
    },
    "hidden": {
        "en": "{share} of the search impressions belong to queries that the export hides.",
        "ru": "Доля показов у запросов, которые выгрузка скрывает: {share}.",
    },
    "hidden_unknown": {
        "en": "The share of hidden queries is unknown: the export has no totals to compare with.",
        "ru": "Доля скрытых запросов неизвестна: в выгрузке нет итогов для сравнения.",
    },
    "period": {
        "en": "The search counts cover {days}; all sizes are per 28 days.",
        "ru": "Период поисковых данных, дней: {n}; все величины приведены к 28 дням.",
    },
    "period_unknown": {
        "en": "The period of the search counts is unknown: sizes are per period of the export; "
        "compare them only within this segment. To tell it, put its first and last day into the "
        'file\'s name, or set keywords["period_days"] = 90 before analyze.',
        "ru": "Период поисковых данных неизвестен: величины даны за период выгрузки, "
        "сравнивайте их только внутри сегмента. Чтобы задать его, впишите первый и последний день "
        'в имя файла или задайте keywords["period_days"] = 90 перед analyze.',
    },
    "break": {
        "en": "The counting changed inside the period of the search counts: {days}. Counts before "
        "and after are not the same measure; export each side apart.",
        "ru": "За период поисковых данных изменился сам способ подсчёта: {days}. Числа до и после "
        "несравнимы, выгрузите их по отдельности.",
    },
    "curve_prior": {
        "en": "{share} of the weight of the CTR curve is that of the curve in the settings.",
        "ru": "Доля кривой CTR из настроек в весе кривой: {share}.",
    },
    "curve_borrowed": {
        "en": "Few topics here: {share} of the weight of the CTR curve is the shape it has in the "
        "other segments, at this segment's own level.",
        "ru": "Тем здесь мало: доля формы кривой CTR из других сегментов в весе кривой: {share}; "
        "уровень кривой — свой.",
    },
    "page_level": {
        "en": "Impressions are counted per page: a search that shows two pages counts twice.",
        "ru": "Показы посчитаны по страницам: поиск, показавший две страницы, учтён дважды.",
    },
    "levels": {
        "en": "Rows with pages repeat rows without: demand and CTR use the rows without pages.",
        "ru": "Строки со страницами повторяют строки без них: спрос и CTR посчитаны по строкам "
        "без страниц.",
    },
    "volume_bucket": {
        "en": "Search volumes are labels of ranges (50 = 10 to 100): sizes are wide intervals.",
        "ru": "Частотность дана метками диапазонов (50 = от 10 до 100): величины — широкие "
        "интервалы.",
    },
    "volume_broad": {
        "en": "Search volumes are broad: a phrase contains the longer phrases with its words; "
        "those are not added again.",
        "ru": "Частотность широкая: фраза включает более длинные фразы с теми же словами, они "
        "не прибавляются повторно.",
    },
    "volume_grouped": {
        "en": "Search volumes are grouped: one figure stands for close variants and counts once.",
        "ru": "Частотность сгруппирована: одно число общее для близких вариантов и учтено один "
        "раз.",
    },
    "brand_unknown": {
        "en": "Brand queries are not separated: no address names the site. Set the brand's words "
        "in the settings.",
        "ru": "Запросы с брендом не отделены: ни один адрес не называет сайт. Задайте слова "
        "бренда в настройках.",
    },
    "no_pages": {
        "en": "The site's pages are unknown, so no page is proposed for creation: add an export of "
        "pages, or of queries with their pages.",
        "ru": "Страницы сайта неизвестны, поэтому новые страницы не предлагаются: добавьте "
        "выгрузку страниц или запросов по страницам.",
    },
    "no_map": {
        "en": "No clicks on pages were given, so what visitors notice is unknown: export a click "
        "map next, with the texts of elements and their exposure.",
        "ru": "Кликов на страницах нет, поэтому неизвестно, что замечают посетители: "
        "выгрузите карту кликов с текстами элементов и их показами.",
    },
    "via": {
        "en": "Clicks on the map: {text} joined to topics by text, {target} by target, {page} by "
        "page, {none} not attributed.",
        "ru": "Клики на карте: связаны с темами по тексту {text}, по цели ссылки {target}, "
        "по странице {page}; не связаны {none}.",
    },
    "clicks_above_impressions": {
        "en": "Keyword rows with more clicks than impressions: {n}. Their CTR was taken as 100%.",
        "ru": "Строк, где кликов больше, чем показов: {n}. Их CTR принят за 100 %.",
    },
    "map_other_site": {
        "en": "The click map is of another site ({theirs}) than the searches ({ours}): what it "
        "says of topics may be chance.",
        "ru": "Карта кликов снята с другого сайта ({theirs}), чем запросы ({ours}): её сведения о "
        "темах могут быть случайны.",
    },
    "segment_by": {
        "en": "The segment is defined by rules on: {kinds}.",
        "ru": "Сегмент задан правилами по столбцам: {kinds}.",
    },
    "apart": {
        "en": "{topics} asked for more often here than in the other segments, by distinct "
        "keywords.",
        "ru": "Тем, о которых здесь спрашивают чаще, чем в других сегментах (по разным запросам): "
        "{n}.",
    },
    "alike": {
        "en": "No topic is asked for more often here than in the other segments: what differs "
        "may be chance.",
        "ru": "Нет тем, о которых здесь спрашивают чаще, чем в других сегментах: различия могут "
        "быть случайны.",
    },
    "not_compared": {
        "en": "What this segment asks for is not compared with the others: segments made by their "
        "keywords differ by construction.",
        "ru": "Интересы этого сегмента с другими не сравниваются: сегменты, заданные по словам "
        "запросов, различаются по построению.",
    },
    "no_segment": {
        "en": "Keyword rows that no rule took: {n} ({share} of all). They stand apart as segment "
        "'{segment}'.",
        "ru": "Строк запросов, не попавших ни под одно правило: {n} ({share} от всех). Они "
        "выделены в сегмент «{segment}».",
    },
    "clicks_shared": {
        "en": "{clicks} belong to no segment: they speak in every segment that has their topic, "
        "and are counted once.",
        "ru": "Кликов вне сегментов: {n}. Они относятся ко всем сегментам, где есть их тема, и "
        "посчитаны один раз.",
    },
    "segment_unknown": {
        "en": "The clicks of segment '{segment}' are shared by all segments, because no keywords "
        "have that segment; perhaps '{near}' was meant.",
        "ru": "Клики сегмента «{segment}» отнесены ко всем сегментам, потому что запросов с таким "
        "сегментом нет; возможно, имелся в виду «{near}».",
    },
    "no_texts": {
        "en": "About all clicks are unattributed, because the export has no texts.",
        "ru": "Почти все клики не связаны с темами, потому что в выгрузке нет текстов.",
    },
    "texts_by_page": {
        "en": "The click map has no texts: clicks are told by the page they fell on ({page}), not "
        "by what was clicked.",
        "ru": "В карте кликов нет текстов: тема клика известна только по странице ({page}), а не "
        "по тому, что нажали.",
    },
    "no_texts_cure": {
        "en": "Two cures: save the mapped page in a browser and read the map with its copy (html= "
        "of read_clicks), which turns selectors into texts; or export the queries of that page "
        "alone (in Search Console: filter by page).",
        "ru": "Два средства: сохраните страницу карты в браузере и прочитайте карту вместе с "
        "копией (html= в read_clicks), тогда селекторы станут текстами; или выгрузите запросы "
        "только этой страницы (в Search Console: фильтр по странице).",
    },
    "no_exposure": {
        "en": "The click map does not tell how often an element was seen: shares of clicks are "
        "shown, attention is not.",
        "ru": "Карта кликов не говорит, сколько раз элемент видели: показаны доли кликов, "
        "но не внимание.",
    },
    "attention_alone": {
        "en": "Attention is compared inside a device and page template, in {n} of {of} such "
        "groups: {names}.",
        "ru": "Внимание сравнивается внутри устройства и шаблона страницы, таких групп {n} из "
        "{of}: {names}.",
    },
    "attention_pooled": {
        "en": "Groups of device and page template too small to be compared inside, held to the "
        "mean of their device: {n} of {of}, with {share} of the exposure: {names}.",
        "ru": "Групп из устройства и шаблона страницы, слишком малых для сравнения внутри: {n} из "
        "{of}, их доля показов: {share}. Они сравниваются со средним по устройству: {names}.",
    },
    "furniture": {
        "en": "{share} of the clicks fall on site furniture (menu, footer, search box) and are "
        "left out of attention.",
        "ru": "Доля кликов на служебных элементах (меню, подвал, поиск), не входящая во "
        "внимание: {share}.",
    },
}
