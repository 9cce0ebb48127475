"""Header words of Google's exports in the languages of the interface.

Order of languages: en, fr, es, pt-BR, nl, ru, zh-CN, ja, ko, tr, de. Words seen in real files
come first.
"""

from __future__ import annotations

# Languages whose words no real file has shown. Korean and Turkish are from other people's code,
# German from sources that disagree; of Russian only the pages sheet was seen, of Dutch and
# Japanese only the queries.
UNCONFIRMED_QUERIES = ("German", "Korean", "Russian", "Turkish")
UNCONFIRMED_PAGES = ("Dutch", "German", "Japanese", "Korean", "Turkish")
UNCONFIRMED_OTHERS = ("Dutch", "German", "Japanese", "Korean", "Russian", "Turkish")

QUERY = (
    "Top queries", "Search Queries", "Search Query", "Queries",
    "Requêtes les plus fréquentes", "Consultas principales", "Top consultas",
    "Principais consultas", "Meest uitgevoerde zoekopdrachten", "Популярные запросы",
    "Поисковый запрос", "热门查询", "上位のクエリ", "인기 검색어", "En çok yapılan sorgular",
    "Häufigste Suchanfragen",
)  # fmt: skip
PAGE = (
    "Top pages", "Pages les plus populaires", "Páginas principales", "Populairste pagina's",
    "Belangrijkste pagina's", "Популярные страницы", "排名靠前的网页", "上位のページ",
    "인기 페이지", "En çok görüntülenen sayfalar", "Häufigste Seiten",
)  # fmt: skip
CLICKS = (
    "Clicks", "Clics", "Cliques", "Aantal klikken", "Kлики", "点击次数", "クリック数", "클릭수",
    "Tıklamalar", "Klicks", "last * clicks",
)  # fmt: skip
IMPRESSIONS = (
    "Impressions", "Impresiones", "Impressões", "Vertoningen", "Показы", "展示", "表示回数",
    "노출", "Gösterimler", "Impressionen", "last * impressions",
)  # fmt: skip
CTR = ("CTR", "URL CTR", "点击率", "TO", "Klickrate", "last * ctr")
POSITION = (
    "Position", "Average Position", "Position moyenne", "Posición", "Posición media", "Posição",
    "Positie", "Позиция", "排名", "掲載順位", "게재 순위", "Konum", "Pozisyon", "last * position",
)  # fmt: skip
METRICS = {"clicks": CLICKS, "impressions": IMPRESSIONS, "ctr": CTR, "position": POSITION}

DATE = (
    "Date", "Fecha", "Data", "Datum", "Дата", "日期", "日付", "날짜", "Tarih", "Date Range",
    "Time (*)", "Time range", "Plage de dates", "Période", "Intervalo de datas",
)  # fmt: skip
DEVICE = (
    "Device", "Appareil", "Appareils", "Dispositivo", "Apparaat", "Устройство", "设备",
    "デバイス", "기기", "Cihaz", "Gerät",
)  # fmt: skip
COUNTRY = (
    "Country", "Pays", "País", "Land", "Страна", "国家/地区", "国家", "国", "국가", "Ülke",
)  # fmt: skip
APPEARANCE = (
    "Search Appearance", "Apparence dans les résultats de recherche",
    "Apparence dans la recherche", "Aparición en búsquedas", "Aspecto da pesquisa",
    "Uiterlijk in zoekresultaten", "Вид в поиске", "搜索结果呈现", "検索での見え方",
    "검색 노출", "Arama görünümü", "Darstellung in der Suche",
)  # fmt: skip
FILTER_NAME = (
    "Filter", "Filtre", "Filtrar", "Filtro", "Фильтр", "过滤器", "フィルタ", "필터",
)  # fmt: skip
FILTER_VALUE = (
    "Value", "Valeur", "Valor", "Waarde", "Значение", "值", "値", "값", "Değer", "Wert",
)  # fmt: skip
FILTER_PAGE = (
    "Page", "Página", "Pagina", "Страница", "网页", "ページ", "페이지", "Sayfa", "Seite",
)  # fmt: skip
