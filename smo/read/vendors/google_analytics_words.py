"""Header words of Google Analytics in English, Portuguese, Spanish, French, German and Russian.

English and Portuguese words were seen in real files; the others are the interface's own by analogy.
"""

from __future__ import annotations

UNCONFIRMED = ("French", "German", "Russian", "Spanish")

PAGE_PATH = (
    "Page path and screen class", "Page path + query string and screen class", "Page path",
    "Page path + query string", "Caminho da página e classe da tela",
    "Caminho da página + string de consulta e classe da tela",
    "Ruta de la página y clase de pantalla", "Chemin de la page et classe de l'écran",
    "Seitenpfad und Bildschirmklasse", "Путь к странице и класс экрана", "pagePath",
    "pagePathPlusQueryString", "Page location", "pageLocation",
)  # fmt: skip
PAGE_TITLE = (
    "Page title and screen class", "Page title and screen name", "Page title",
    "Título da página e classe da tela", "Título da página", "pageTitle",
    "Título de página y clase de pantalla", "Titre de la page et classe de l'écran",
    "Seitentitel und Bildschirmklasse", "Название страницы и класс экрана",
)  # fmt: skip
LANDING = (
    "Landing page", "Landing page + query string", "Página de destino",
    "Página de destino + string de consulta", "Página de destino + cadena de consulta",
    "Page de destination", "Page de destination + chaîne de requête", "Landingpage",
    "Целевая страница", "landingPage", "landingPagePlusQueryString",
)  # fmt: skip
VIEWS = ("Views", "Visualizações", "Vistas", "Vues", "Aufrufe", "Просмотры", "screenPageViews")
SESSIONS = ("Sessions", "Sessões", "Sesiones", "Sitzungen", "Сеансы", "sessions")
USERS = (
    "Active users", "Total users", "New users", "Returning users", "Total de usuários",
    "Novos usuários", "Usuários recorrentes", "Usuários ativos", "totalUsers", "activeUsers",
)  # fmt: skip
ENGAGEMENT = (
    "Average engagement time per active user", "Average engagement time per session",
    "Average engagement time", "Tempo médio de engajamento por usuário ativo",
    "Tempo médio de engajamento por sessão", "Tempo médio de engajamento",
    "averageSessionDuration", "Tiempo de interacción medio por usuario activo",
    "Tiempo de interacción medio", "Durée d'engagement moyenne",
)  # fmt: skip
EVENTS = ("Event count", "Contagem de eventos", "Número de eventos", "Nombre d'événements",
          "Ereignisanzahl", "Количество событий", "eventCount")  # fmt: skip
EVENT_NAME = ("Event name", "Nome do evento", "Nombre del evento", "Nom de l'événement",
              "Ereignisname", "Название события", "eventName")  # fmt: skip
CHANNEL = (
    "Session primary channel group (Default Channel Group)", "Session default channel group",
    "Session primary channel group (Default channel group)", "Session source / medium",
    "Session source", "Default channel group", "Origem / mídia da sessão",
    "Grupo principal de canais da sessão (Grupo de canais padrão)",
    "Grupo principal de canais da sessão (*)", "sessionDefaultChannelGroup",
    "sessionSourceMedium", "First user primary channel group (Default Channel Group)",
)  # fmt: skip
LINK_URL = ("Link URL", "linkUrl", "URL do link", "URL del enlace", "URL-адрес ссылки")
LINK_TEXT = ("Link text", "linkText", "Texto do link", "Texto del enlace", "Текст ссылки")
LINK_REST = ("Link domain", "Link classes", "Link ID", "Outbound", "linkDomain", "outbound")
ORGANIC_QUERY = ("Organic Google Search query", "Google organic search query",
                 "organicGoogleSearchQuery", "Consulta de pesquisa orgânica do Google")  # fmt: skip
ORGANIC_CLICKS = ("Organic Google Search clicks", "Google organic search clicks",
                  "organicGoogleSearchClicks",
                  "Cliques da pesquisa orgânica do Google")  # fmt: skip
ORGANIC_IMPRESSIONS = (
    "Organic Google Search impressions", "Google organic search impressions",
    "organicGoogleSearchImpressions", "Impressões da pesquisa orgânica do Google",
)  # fmt: skip
ORGANIC_RANK = (
    "Organic Google Search average position", "Google organic search average position",
    "organicGoogleSearchAveragePosition", "Posição média da pesquisa orgânica do Google",
)  # fmt: skip
ORGANIC_CTR = ("Organic Google Search click through rate",
               "Google organic search click through rate",
               "organicGoogleSearchClickThroughRate")  # fmt: skip
