"""Header words of Google Ads and its Keyword Planner.

English was seen in real files, of the other languages only what FORMATS grade C: the volume
column of Keyword Planner in Spanish, French, Portuguese, Russian and Japanese, and "Suchbegriff"
with "Kosten". All else is by analogy with the interface.
"""

from __future__ import annotations

# Keyword Planner.
KEYWORD = (
    "Keyword", "Keyword (by relevance)", "Ключевое слово", "Palabra clave", "Mot clé", "Mot-clé",
    "Palavra-chave", "Parola chiave", "Zoekwoord", "Anahtar kelime", "キーワード", "키워드",
)  # fmt: skip
SEARCHES = (
    "Avg. monthly searches", "Avg. Monthly Searches (exact match only)",
    "Average monthly searches", "Среднее число запросов в месяц",
    "Promedio de búsquedas mensuales", "Media de búsquedas mensuales",
    "Nombre moyen de recherches mensuelles", "Média de pesquisas mensais",
    "Durchschnittliche Suchanfragen pro Monat", "Durchschn. Suchanfragen pro Monat",
    "Media delle ricerche mensili", "Gem. aantal zoekopdrachten per maand",
    "月間平均検索ボリューム", "Aylık ort. arama sayısı",
)  # fmt: skip
CURRENCY = ("Currency", "Валюта", "Moneda", "Devise", "Moeda", "Währung", "Valuta", "通貨")
SEGMENT = ("Segmentation", "Segmentación", "Segmentação", "Segmentierung", "Segmentazione")
COMPETITION = (
    "Competition", "Уровень конкуренции", "Competencia", "Concurrence", "Concorrência",
    "Wettbewerb", "Concorrenza", "Concurrentie", "競合性",
)  # fmt: skip
INDEXED = ("Competition (indexed value)", *(f"{word} (*)" for word in COMPETITION[1:]))
BID_LOW = (
    "Top of page bid (low range)", "Lance na parte superior da página (menor*",
    "Puja por la parte superior de la página (intervalo bajo)",
)  # fmt: skip
BID_HIGH = (
    "Top of page bid (high range)", "Suggested bid", "Lance na parte superior da página (maior*",
    "Puja por la parte superior de la página (intervalo alto)",
)  # fmt: skip
PLANNER = {
    "keyword": KEYWORD,
    "currency": CURRENCY,
    "_segment": SEGMENT,
    "ad_group": ("Ad group",),
    "three_months": ("Three month change",),
    "year": ("YoY change",),
    "competition": COMPETITION,
    "competition_index": INDEXED,
    "cpc_low": BID_LOW,
    "cpc_high": BID_HIGH,
    "ad_share": ("Ad impression share", "Impr. share"),
    "organic_share": ("Organic impression share", "Organic impr. share"),
    "organic_position": ("Organic average position", "Organic avg. position"),
    "in_account": ("In account?", "In Account"),
    "in_plan": ("In plan?",),
    "trend": ("Searches: *",),
}
UNCONFIRMED_PLANNER = (
    "Dutch", "French", "German", "Italian", "Japanese", "Korean", "Portuguese", "Russian",
    "Spanish", "Turkish",
)  # fmt: skip

# Reports of Google Ads.
TERM = (
    "Search term", "Suchbegriff", "Término de búsqueda", "Terme de recherche",
    "Termo de pesquisa", "Termine di ricerca", "Zoekterm", "検索語句", "Arama terimi",
)  # fmt: skip
ADS_KEYWORD = ("Keyword", "Search keyword", *KEYWORD[2:])
MATCH = (
    "Match type", "Search terms match type", "Search term match type", "Tipo de concordancia",
    "Type de correspondance", "Tipo de corresp.", "Tipo di corrispondenza", "Zoektype",
    "Keyword-Option", "マッチタイプ", "Eşleme türü",
)  # fmt: skip
CAMPAIGN = ("Campaign", "Kampagne", "Campaña", "Campagne", "Campanha", "Campagna", "キャンペーン")
AD_GROUP = (
    "Ad group", "Anzeigengruppe", "Grupo de anuncios", "Groupe d'annonces",
    "Grupo de anúncios", "Gruppo di annunci", "Advertentiegroep", "広告グループ",
)  # fmt: skip
CLICKS = ("Clicks", "Klicks", "Clics", "Cliques", "Clic", "Klikken", "クリック数", "Tıklamalar")
IMPRESSIONS = (
    "Impr.", "Impressions", "Impressionen", "Impresiones", "Impressões", "Vertoningen", "表示回数",
    "Göst.",
)  # fmt: skip
COST = ("Cost", "Kosten", "Coste", "Costo", "Coût", "Custo", "費用", "Maliyet")
METRICS = {
    "clicks": CLICKS,
    "impressions": IMPRESSIONS,
    "cost": COST,
    "ctr": ("CTR", "Klickrate"),
    "currency": ("Currency code", "Currency", "Währungscode", "Währung"),
    "cpc": ("Avg. CPC", "Durchschn. CPC", "CPC med.", "CPC moy.", "CPC méd."),
    "cpm": ("Avg. CPM",),
    # Rank of the ad, until 2019.
    "ad_position": ("Avg. position", "Avg. pos."),
    "campaign_type": ("Campaign type", "Kampagnentyp"),
    "conversion_rate": ("Conv. rate",),
    "conversions": ("Conversions", "Conversies", "Conversiones", "Conversões"),
    "conversion_cost": ("Cost / conv.",),
    "_interactions": ("Interactions", "Interaktionen", "Interacciones", "Interações"),
    "interaction_rate": ("Interaction rate",),
    "account": ("Account",),
    "campaign": CAMPAIGN,
    "ad_group": AD_GROUP,
    "match": MATCH,
    "device": ("Device", "Gerät", "Dispositivo", "Appareil", "Apparaat", "デバイス"),
    "date": ("Day", "Tag", "Día", "Jour", "Dia", "Giorno", "Dag", "日"),
    "page": ("Final URL", "Landing page", "Finale URL", "URL final", "URL finale"),
}
UNCONFIRMED_ADS = ("Dutch", "French", "German", "Italian", "Japanese", "Portuguese", "Spanish",
                   "Turkish")  # fmt: skip
# Whose totals a row of totals has, follows the colon; German and the rest by analogy.
TOTALS = (
    "Total: *", "Total : *", "Total\u00a0: *", "Gesamt: *", "Insgesamt: *", "Totale: *",
    "Totaal: *", "Toplam: *", "Итого: *", "Всего: *", "合計: *", "合計：*",
)  # fmt: skip
FORECAST_TOTALS = (
    "Total da campanha", "Campaign total", "Total de la campaña", "Total de la campagne",
    "Kampagne insgesamt", "Totale campagna", "Total for campaign",
)  # fmt: skip
