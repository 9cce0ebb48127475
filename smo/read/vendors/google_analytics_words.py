"""Header words of Google Analytics in the languages of the interface.

Order of languages: en, pt-BR, es, fr, de, it, nl, ru, ja; then the names of the data interface.
English and Portuguese words were seen in real files. Spanish and Japanese ones are from programs
that read such files; the others are the interface's own by analogy.
"""

from __future__ import annotations

UNCONFIRMED = ("Dutch", "French", "German", "Italian", "Japanese", "Russian", "Spanish")
UNCONFIRMED_ORGANIC = ("Japanese", "Portuguese", "Spanish")

PAGE_PATH = (
    "Page path and screen class", "Page path + query string and screen class",
    "Page path + query string", "Page path", "Page location",
    "Caminho da página e classe da tela",
    "Caminho da página + string de consulta e classe da tela", "Caminho da página",
    "Ruta de página y clase de pantalla", "Ruta de la página y clase de pantalla",
    "Ruta de página + cadena de consulta y clase de pantalla",
    "Chemin de la page et classe de l'écran", "Seitenpfad und Bildschirmklasse",
    "Percorso pagina e classe schermata", "Paginapad en schermklasse",
    "Путь к странице и класс экрана", "ページパスとスクリーン クラス",
    "ページパス + クエリ文字列とスクリーン クラス", "ページパス", "ページ ロケーション",
    "pagePath", "pagePathPlusQueryString", "pageLocation", "fullPageUrl",
    "unifiedPagePathScreen", "unifiedPageScreen",
)  # fmt: skip
PAGE_TITLE = (
    "Page title and screen class", "Page title and screen name", "Page title",
    "Título da página e classe da tela", "Título da página e nome da tela", "Título da página",
    "Título de página y clase de pantalla", "Título de página y nombre de pantalla",
    "Título de la página", "Titre de la page et classe de l'écran",
    "Seitentitel und Bildschirmklasse", "Titolo pagina e classe schermata",
    "Paginatitel en schermklasse", "Название страницы и класс экрана",
    "ページ タイトルとスクリーン クラス", "ページタイトルとスクリーン クラス",
    "ページ タイトルとスクリーン名", "ページタイトルとスクリーン名", "pageTitle",
    "unifiedScreenName", "unifiedScreenClass",
)  # fmt: skip
LANDING = (
    "Landing page", "Landing page + query string", "Página de destino",
    "Página de destino + string de consulta", "Página de destino + cadena de consulta",
    "Página de destino y cadena de consulta", "Page de destination",
    "Page de destination + chaîne de requête", "Landingpage", "Zielseite",
    "Landingpage + Suchstring", "Pagina di destinazione",
    "Pagina di destinazione + stringa di query", "Bestemmingspagina",
    "Landingspagina", "Целевая страница", "Целевая страница + строка запроса",
    "ランディング ページ", "ランディング ページ + クエリ文字列", "landingPage",
    "landingPagePlusQueryString",
)  # fmt: skip
VIEWS = (
    "Views", "Visualizações", "Vistas", "Vues", "Aufrufe", "Visualizzazioni", "Weergaven",
    "Просмотры", "表示回数", "screenPageViews",
)  # fmt: skip
SESSIONS = (
    "Sessions", "Sessões", "Sesiones", "Sitzungen", "Sessioni", "Sessies", "Сеансы", "セッション",
)  # fmt: skip
USERS = (
    "Active users", "Total users", "New users", "Returning users", "Usuários ativos",
    "Total de usuários", "Novos usuários", "Usuários recorrentes", "Usuarios activos",
    "Total de usuarios", "Usuarios totales", "Usuarios nuevos", "Utilisateurs actifs",
    "Nombre total d'utilisateurs", "Nouveaux utilisateurs", "Aktive Nutzer",
    "Nutzer insgesamt", "Neue Nutzer", "Utenti attivi", "Utenti totali", "Actieve gebruikers",
    "Totaal aantal gebruikers", "Активные пользователи", "Всего пользователей",
    "アクティブ ユーザー", "総ユーザー数", "新規ユーザー数", "totalUsers", "activeUsers",
    "newUsers",
)  # fmt: skip
ENGAGEMENT = (
    "Average engagement time per active user", "Average engagement time per session",
    "Average engagement time", "Avg. Session Duration",
    "Tempo médio de engajamento por usuário ativo", "Tempo médio de engajamento por sessão",
    "Tempo médio de engajamento", "Tiempo de interacción medio por usuario activo",
    "Tiempo de interacción medio por sesión", "Tiempo de interacción medio",
    "Durée d'engagement moyenne par utilisateur actif",
    "Durée d'engagement moyenne par session", "Durée d'engagement moyenne",
    "Durchschnittliche Interaktionsdauer pro aktivem Nutzer",
    "Durchschnittliche Interaktionsdauer pro Sitzung",
    "Durata media del coinvolgimento per utente attivo",
    "Gemiddelde engagementtijd per actieve gebruiker",
    "Среднее время взаимодействия на активного пользователя",
    "アクティブ ユーザーあたりの平均エンゲージメント時間",
    "セッションあたりの平均エンゲージメント時間", "averageSessionDuration",
)  # fmt: skip
EVENTS = (
    "Event count", "Contagem de eventos", "Número de eventos", "Nombre d'événements",
    "Ereignisanzahl", "Conteggio eventi", "Aantal gebeurtenissen", "Количество событий",
    "イベント数", "eventCount",
)  # fmt: skip
EVENT_NAME = (
    "Event name", "Nome do evento", "Nombre del evento", "Nom de l'événement", "Ereignisname",
    "Nome evento", "Naam van gebeurtenis", "Название события", "イベント名", "eventName",
)  # fmt: skip
# The words in brackets name the group that the property uses.
CHANNEL = (
    "Session primary channel group*", "Session default channel group",
    "Session source / medium", "Session source", "Default channel group",
    "Grupo principal de canais da sessão*", "Grupo de canais padrão da sessão",
    "Origem / mídia da sessão", "Grupo de canales principal de la sesión*",
    "Fuente/medio de la sesión", "Groupe de canaux principal de la session*",
    "Primäre Channelgruppe der Sitzung*", "Основная группа каналов сеанса*",
    "セッションのメインのチャネル グループ*", "セッションの参照元 / メディア",
    "sessionDefaultChannelGroup", "sessionPrimaryChannelGroup", "sessionSourceMedium",
    "sessionSource",
)  # fmt: skip
FIRST_CHANNEL = (
    "First user primary channel group*", "First user default channel group",
    "First user source / medium", "First user source",
    "Grupo principal de canais do primeiro usuário*",
    "Primer grupo de canales principal del usuario*", "firstUserDefaultChannelGroup",
    "firstUserPrimaryChannelGroup", "firstUserSourceMedium",
)  # fmt: skip
DEVICE = (
    "Device category", "Categoria do dispositivo", "Categoría de dispositivo",
    "Catégorie de l'appareil", "Gerätekategorie", "Categoria dispositivo", "Apparaatcategorie",
    "Категория устройства", "デバイス カテゴリ", "deviceCategory",
)  # fmt: skip
COUNTRY = (
    "Country", "País", "Pays", "Land", "Paese", "Страна", "国", "country",
)  # fmt: skip
DATE = ("date", "Data", "Fecha", "Datum", "Дата", "日付")
NTH_DAY = ("Nth day", "Enésimo dia", "Enésimo día", "N-й день", "N 日目", "nthDay")
LINK_URL = (
    "Link URL", "URL do link", "URL del enlace", "URL du lien", "Link-URL", "URL link",
    "URL-адрес ссылки", "URL ссылки", "リンク先 URL", "リンク URL", "linkUrl",
)  # fmt: skip
LINK_TEXT = (
    "Link text", "Texto do link", "Texto del enlace", "Texte du lien", "Linktext",
    "Testo link", "Текст ссылки", "リンク テキスト", "linkText",
)  # fmt: skip
LINK_REST = ("Link domain", "Link classes", "Link ID", "Outbound", "linkDomain", "outbound")
ORGANIC_QUERY = (
    "Organic Google Search query", "Google organic search query",
    "Consulta de pesquisa orgânica do Google", "Consulta de la Búsqueda orgánica de Google",
    "Google のオーガニック検索クエリ", "organicGoogleSearchQuery",
)  # fmt: skip
ORGANIC_CLICKS = (
    "Organic Google Search clicks", "Google organic search clicks",
    "Cliques da pesquisa orgânica do Google", "Clics de la Búsqueda orgánica de Google",
    "Google のオーガニック検索のクリック数", "organicGoogleSearchClicks",
)  # fmt: skip
ORGANIC_IMPRESSIONS = (
    "Organic Google Search impressions", "Google organic search impressions",
    "Impressões da pesquisa orgânica do Google",
    "Impresiones de la Búsqueda orgánica de Google", "Google のオーガニック検索の表示回数",
    "organicGoogleSearchImpressions",
)  # fmt: skip
ORGANIC_RANK = (
    "Organic Google Search average position", "Google organic search average position",
    "Posição média da pesquisa orgânica do Google",
    "Posición media de la Búsqueda orgánica de Google",
    "Google のオーガニック検索の平均掲載順位", "organicGoogleSearchAveragePosition",
)  # fmt: skip
ORGANIC_CTR = (
    "Organic Google Search click through rate", "Organic Google Search click-through rate",
    "Google organic search click through rate", "organicGoogleSearchClickThroughRate",
)  # fmt: skip
GRAND_TOTAL = (
    "Grand total", "Total geral", "Total general", "Gesamtsumme", "Totale complessivo",
    "Eindtotaal", "Общий итог", "総計",
)  # fmt: skip

# Universal Analytics: English words were seen, the others are by analogy.
UA_UNCONFIRMED = ("French", "German", "Portuguese", "Russian", "Spanish")
UA_PAGE = ("Page", "Página", "Seite", "Страница")
UA_VIEWS = (
    "Pageviews", "Visualizações de página", "Número de visitas a páginas", "Pages vues",
    "Seitenaufrufe", "Просмотры страниц",
)  # fmt: skip
UA_UNIQUE = (
    "Unique Pageviews", "Visualizações de página únicas", "Número de páginas vistas únicas",
    "Vues uniques", "Consultations uniques", "Eindeutige Seitenaufrufe",
    "Уникальные просмотры страниц",
)  # fmt: skip
UA_TIME = (
    "Avg. Time on Page", "Tempo médio na página", "Promedio de tiempo en la página",
    "Temps moyen passé sur la page", "Durchschn. Besuchszeit auf Seite",
    "Средняя длительность просмотра страницы",
)  # fmt: skip
UA_DAY = ("Day Index", "Índice de dia", "Índice de día", "Index des jours", "Tagesindex",
          "Индекс дня")  # fmt: skip
