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
    "Tıklamalar", "Klicks",
)  # fmt: skip
IMPRESSIONS = (
    "Impressions", "Impresiones", "Impressões", "Vertoningen", "Показы", "展示", "表示回数",
    "노출", "Gösterimler", "Impressionen",
)  # fmt: skip
CTR = ("CTR", "URL CTR", "点击率", "TO", "Klickrate")
POSITION = (
    "Position", "Average Position", "Position moyenne", "Posición", "Posición media", "Posição",
    "Positie", "Позиция", "排名", "掲載順位", "게재 순위", "Konum", "Pozisyon",
)  # fmt: skip
METRICS = {"clicks": CLICKS, "impressions": IMPRESSIONS, "ctr": CTR, "position": POSITION}

DATE = (
    "Date", "Fecha", "Data", "Datum", "Дата", "日期", "日付", "날짜", "Tarih", "Date Range",
    "Time (*)", "Time range", "Plage de dates", "Période", "Intervalo de datas", "hour",
)  # fmt: skip
DEVICE = (
    "Device", "Appareil", "Appareils", "Dispositivo", "Apparaat", "Устройство", "设备",
    "デバイス", "기기", "Cihaz", "Gerät",
)  # fmt: skip
COUNTRY = (
    "Country", "Pays", "País", "Land", "Страна", "国家/地区", "国家", "国", "국가", "Ülke",
)  # fmt: skip
# Of these only the English word was seen, and only in exports of Discover.
DISCOVER_APPEARANCE = (
    "Discover appearance", "Apparence dans Discover", "Aparición en Discover",
    "Aspecto no Discover", "Вид в Рекомендациях", "Darstellung in Discover",
)  # fmt: skip
APPEARANCE = (
    *DISCOVER_APPEARANCE, "Search Appearance", "searchAppearance", "search_appearance",
    "Apparence dans les résultats de recherche",
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
FILTER_TYPE = (
    "Search type", "Type de recherche", "Tipo de búsqueda", "Tipo de pesquisa", "Tipo de busca",
    "Zoektype", "Тип поиска", "搜索类型", "検索タイプ", "검색 유형", "Arama türü", "Suchtyp",
)  # fmt: skip

# What was searched, where it was not the web: a segment of its own, for a rank among pictures is
# no rank in a list. The English words were seen, those of the interface and of the bulk export.
SEARCH_TYPES = {
    "Discover": ("Discover", "探索", "디스커버", "Рекомендации"),
    "image search": (
        "Image", "Images", "Imagen", "Imágenes", "Imagem", "Imagens", "Afbeelding",
        "Afbeeldingen", "Картинки", "Изображения", "图片", "画像", "이미지", "Görsel", "Bild",
        "Bilder",
    ),
    "video search": (
        "Video", "Videos", "Vidéo", "Vídeo", "Видео", "视频", "動画", "동영상",
    ),
    "news search": (
        "News", "Actualités", "Noticias", "Notícias", "Nieuws", "Новости", "新闻", "ニュース",
        "뉴스", "Haberler",
    ),
    "Google News": (
        "Google News", "googleNews", "google_news", "Google Новости", "Google ニュース",
    ),
}  # fmt: skip

# Of two periods compared, the words of the earlier one. English from real files, French from
# other people's code, the rest by analogy.
EARLIER = (
    "previous", "prior", "same period", "last year", "year ago", "précédent", "dernière année",
    "année dernière", "anterior", "año pasado", "ano passado", "vorig", "voorgaand", "vorherig",
    "vorjahr", "предыдущ", "прошлого", "之前", "上一", "去年", "同期", "前の", "前年", "昨年",
    "이전", "작년", "önceki", "geçen yıl", "aynı dönem",
)  # fmt: skip
DIFFERENCE = (
    "difference", "différence", "diferencia", "diferença", "verschil", "разница", "差异", "差",
    "차이", "fark", "differenz",
)  # fmt: skip
