"""Samples: Meta."""

from __future__ import annotations

from tests.read.families.sample import Sample
from tests.read.families.seo_writers import delimited, workbook

BOM = b"\xef\xbb\xbf"
COLUMNS = ("page", "element", "channel", "text", "hashtags", "target", "campaign", "date",
           "exposed", "clicks", "derived")  # fmt: skip
FACEBOOK = [
    ["Post ID", "Page ID", "Page name", "Title", "Description", "Duration (sec)", "Publish time",
     "Permalink", "Post type", "Views", "Reach", "Reactions", "Comments", "Shares",
     "Total clicks", "Link Clicks", "Other Clicks", "Average Seconds viewed"],
    ["122100000000000001", "61550000000000", "Trail Shop", "New trail shoes are in",
     "New trail shoes are in! #Trail https://shop.example/t?utm_campaign=may", 0,
     "05/04/2026 09:30", "https://www.facebook.com/shop/posts/122100000000000001", "Links",
     "2,300", 1900, 12, 3, 1, 88, 41, 47, ""],
    ["122100000000000002", "61550000000000", "Trail Shop", "Behind the scenes",
     "How we sew #craft", 42, "05/19/2026 18:00", "https://www.facebook.com/reel/990000000000001/",
     "Videos", 640, 500, 4, 0, 0, 9, "", "", 12.5],
]  # fmt: skip
FACEBOOK_ROWS = [
    ("https://www.facebook.com/shop/posts/122100000000000001", "122100000000000001", "facebook",
     "New trail shoes are in!", "trail", "https://shop.example/t?utm_campaign=may", "may",
     "2026-05-04", 2300, 41, None),
    ("https://www.facebook.com/reel/990000000000001/", "990000000000001", "facebook",
     "Behind the scenes How we sew", "craft", None, None, "2026-05-19", 640, 0, None),
]  # fmt: skip
# The same without columns of link clicks.
FACEBOOK_ALL = [[cell for i, cell in enumerate(row) if i not in (15, 16)] for row in FACEBOOK]
FACEBOOK_PT = [
    ["Identificação da publicação", "Identificação da Página", "Nome da Página", "Título",
     "Duração (s)", "Horário de publicação", "Link permanente", "Tipo de publicação",
     "Visualizações", "Alcance", "Reações", "Comentários", "Compartilhamentos",
     "Total de cliques", "Cliques no link", "Outros cliques"],
    ["122100000000000003", "61550000000000", "Loja", "Promoção de verão #Verão #promoção", 0,
     "05/21/2026 10:00", "https://www.facebook.com/loja/posts/122100000000000003", "Fotos",
     "12.300", "9.100", "1.002", 7, 2, "1.210", "1.100", 110],
    ["122100000000000004", "61550000000000", "Loja", "Só amanhã", 0, "05/22/2026 10:00",
     "https://www.facebook.com/loja/posts/122100000000000004", "Fotos", "2.300", "900", 3, 0, 0,
     4, 2, 2],
]  # fmt: skip
FACEBOOK_PT_ROWS = [
    ("https://www.facebook.com/loja/posts/122100000000000003", "122100000000000003", "facebook",
     "Promoção de verão", "verão promoção", None, None, "2026-05-21", 12300, 1100, None),
    ("https://www.facebook.com/loja/posts/122100000000000004", "122100000000000004", "facebook",
     "Só amanhã", None, None, None, "2026-05-22", 2300, 2, None),
]  # fmt: skip
INSTAGRAM = [
    ["Post ID", "Account ID", "Account username", "Account name", "Description", "Duration (sec)",
     "Publish time", "Permalink", "Post type", "Data comment", "Date", "Views", "Reach", "Likes",
     "Shares", "Follows", "Comments", "Saves"],
    ["17900000000000001", "17840000000000000", "trail.shop", "Trail Shop",
     "Mud season, \"again\".\n.\n#MudRun#trailrunning\nLink in bio", 15, "05/02/2026 07:15",
     "https://www.instagram.com/reel/Cx_1-aB2cDe/", "IG reel", "", "Lifetime", 4100, 3600, 210, 4,
     2, 9, 31],
    ["17900000000000002", "17840000000000000", "trail.shop", "Trail Shop", "#あさラン #跑步", 0,
     "05/13/2026 07:15", "https://www.instagram.com/p/Cx_2/", "IG carousel", "", "Lifetime", 900,
     800, 40, 0, 0, 1, 2],
]  # fmt: skip
INSTAGRAM_ROWS = [
    ("https://www.instagram.com/reel/Cx_1-aB2cDe/", "Cx_1-aB2cDe", "instagram",
     'Mud season, "again". . Link in bio', "mudrun trailrunning", None, None, "2026-05-02", 4100,
     0, True),
    ("https://www.instagram.com/p/Cx_2/", "Cx_2", "instagram", None, "あさラン 跑步", None, None,
     "2026-05-13", 900, 0, True),
]  # fmt: skip
INSTAGRAM_PT = [
    ["Identificação da publicação", "Identificação da conta", "Nome de usuário da conta",
     "Nome da conta", "Descrição", "Duração (s)", "Horário de publicação", "Link permanente",
     "Tipo de publicação", "Comentário sobre os dados", "Data", "Visualizações", "Alcance",
     "Curtidas", "Compartilhamentos", "Seguimentos", "Comentários", "Salvamentos"],
    ["17900000000000003", "17840000000000001", "loja", "Loja", "Tênis novos; confira! #Tênis", 0,
     "05/20/2026 12:00", "https://www.instagram.com/p/Cx_3/", "Imagem do IG", "", "Total",
     "2.300", "2.001", 90, 1, 0, 3, 4],
]  # fmt: skip
INSTAGRAM_PT_ROWS = [
    ("https://www.instagram.com/p/Cx_3/", "Cx_3", "instagram", "Tênis novos; confira!", "tênis",
     None, None, "2026-05-20", 2300, 0, True),
]  # fmt: skip
INSIGHTS = [
    ["Post ID", "Permalink", "Post Message", "Type", "Countries", "Languages", "Posted",
     "Audience Targeting", "Lifetime Post Total Reach", "Lifetime Post organic reach",
     "Lifetime Post Total Impressions", "Lifetime Engaged Users", "Lifetime Post Consumers",
     "Lifetime Post Consumptions"],
    ["", "", "", "", "", "", "", "", "Lifetime: The total number of people who saw it",
     "Lifetime: People who saw it unpaid", "Lifetime: The number of times it was shown",
     "Lifetime: People who engaged", "Lifetime: People who clicked", "Lifetime: Clicks anywhere"],
    ["1040000000_2030000001", "https://www.facebook.com/shop/posts/2030000001",
     "Old news #archive", "Link", "", "", "01/15/2017 08:00:12 AM", "", 900, 880, 1210, 50, 40,
     66],
    ["1040000000_2030000002", "https://www.facebook.com/shop/photos/a.1/2030000002", "", "Photo",
     "", "", "01/03/2017 05:30:00 PM", "", 80, 80, 95, 2, 1, 1],
]  # fmt: skip
INSIGHTS_ROWS = [
    ("https://www.facebook.com/shop/posts/2030000001", "2030000001", "facebook", "Old news",
     "archive", None, None, "2017-01-15", 1210, 66, None),
    ("https://www.facebook.com/shop/photos/a.1/2030000002", "2030000002", "facebook", None, None,
     None, None, "2017-01-03", 95, 1, None),
]  # fmt: skip
ADS = [
    ["Campaign name", "Reach", "Impressions", "Frequency", "Currency", "Amount spent (INR)",
     "Link clicks", "CPC (cost per link click)", "Clicks (all)", "CPC (all)", "CTR (all)",
     "Reporting starts", "Reporting ends"],
    ["", 9000, 15000, 1.6667, "INR", 2100.5, 240, 8.752083, 420, 5.001190, 2.8,
     "2026-05-01", "2026-05-31"],
    ["Trail shoes, May", 6000, 10000, 1.6667, "INR", 1500.25, 200, 7.50125, 340, 4.412500, 3.4,
     "2026-05-01", "2026-05-31"],
    ["Socks #2", 3900, 5000, 1.2821, "INR", 600.25, 40, 15.00625, 80, 7.503125, 1.6,
     "2026-05-01", "2026-05-31"],
    ["Paused", "", 0, "", "INR", 0, "", "", "", "", "", "2026-05-01", "2026-05-31"],
]  # fmt: skip
AD_ROWS = [
    ("meta:Trail shoes, May", "Trail shoes, May", "meta", "Trail shoes, May", "Trail shoes, May",
     10000, 200, 31),
    ("meta:Socks #2", "Socks #2", "meta", "Socks #2", "Socks #2", 5000, 40, 31),
    ("meta:Paused", "Paused", "meta", "Paused", "Paused", 0, 0, 31),
]  # fmt: skip
AD_SETS = [
    [
        "Reporting starts",
        "Reporting ends",
        "Campaign name",
        "Ad set name",
        "Ad name",
        "Platform",
        "Impressions",
        "Clicks (all)",
    ],
    ["2026-05-01", "2026-05-07", "Trail", "Runners", "Mud", "facebook", 1000, 12],
    ["2026-05-01", "2026-05-07", "Trail", "Runners", "Mud", "Instagram", 400, 9],
    ["2026-05-01", "2026-05-07", "Trail", "Trail", "Snow", "facebook", 30, 0],
]
AD_SET_ROWS = [
    ("meta:Trail / Runners / Mud", "Trail / Runners / Mud", "facebook", "Trail", 1000, 12, 7),
    ("meta:Trail / Runners / Mud", "Trail / Runners / Mud", "instagram", "Trail", 400, 9, 7),
    ("meta:Trail / Snow", "Trail / Snow", "facebook", "Trail", 30, 0, 7),
]  # fmt: skip

SAMPLES: tuple[Sample, ...] = (
    Sample(
        name="meta-facebook",
        format="Facebook posts",
        file="May-01-2026_May-28-2026_1230000000000001.csv",
        data=delimited(FACEBOOK, mark=BOM, quoted=True),
        table="clicks",
        columns=COLUMNS,
        expected=FACEBOOK_ROWS,
        report={"encoding": "utf-8-sig", "sum_clicks": 41, "period_days": 28,
                "notes": ("exposed holds the views", "1 posts without a number of clicks",
                          "personal data left out: Page ID")},
    ),
    Sample(
        name="meta-facebook-all-clicks",
        format="Facebook posts",
        file="posts.xlsx",
        data=workbook({"Posts": FACEBOOK_ALL}),
        table="clicks",
        columns=COLUMNS,
        expected=[(*row[:-2], clicks, None)
                  for row, clicks in zip(FACEBOOK_ROWS, (88, 9), strict=True)],
        report={"sum_clicks": 97, "notes": ("clicks are all clicks on the post",)},
    ),
    Sample(
        name="meta-facebook-pt",
        format="Facebook posts",
        file="mai.-01-2026_mai.-28-2026_1230000000000001.csv",
        data=delimited(FACEBOOK_PT, delimiter=";", mark=BOM, end="\r\n"),
        table="clicks",
        columns=COLUMNS,
        expected=FACEBOOK_PT_ROWS,
        report={"sum_clicks": 1102},
    ),
    Sample(
        name="meta-instagram",
        format="Instagram posts",
        file="May-01-2026_May-28-2026_1230000000000002.csv",
        data=delimited(INSTAGRAM, mark=BOM),
        table="clicks",
        columns=COLUMNS,
        expected=INSTAGRAM_ROWS,
        report={"period_days": 28, "rows_kept": 2,
                "notes": ("counts no clicks", "personal data left out: Account ID, "
                          "Account username, Account name")},
    ),
    Sample(
        name="meta-instagram-pt",
        format="Instagram posts",
        file="posts_pt.csv",
        data=delimited(INSTAGRAM_PT, delimiter=";", mark=BOM),
        table="clicks",
        columns=COLUMNS,
        expected=INSTAGRAM_PT_ROWS,
        report={"notes": ("personal data left out: Identificação da conta, Nome de usuário da "
                          "conta, Nome da conta",)},
    ),
    Sample(
        name="meta-facebook-insights",
        format="Facebook Insights posts",
        file="Facebook Insights Data Export (Post Level) - Shop - 2017-01-31.csv",
        data=delimited(INSIGHTS),
        table="clicks",
        columns=COLUMNS,
        expected=INSIGHTS_ROWS,
        report={"rows_read": 3, "rows_kept": 2, "sum_clicks": 67,
                "dropped": ("1 description of the columns",)},
    ),
    Sample(
        name="meta-ads",
        format="Meta Ads report",
        file="Untitled-report-May-1-2026-to-May-31-2026.csv",
        data=delimited(ADS, mark=BOM, quoted=True),
        table="clicks",
        columns=("page", "element", "channel", "text", "campaign", "exposed", "clicks",
                 "period_days"),
        expected=AD_ROWS,
        report={"rows_read": 4, "rows_kept": 3, "sum_clicks": 240, "total_clicks": 240,
                "dropped": ("1 total row",)},
    ),
    Sample(
        name="meta-ads-by-ad",
        format="Meta Ads report",
        file="ads.csv",
        data=delimited(AD_SETS),
        table="clicks",
        columns=("page", "element", "channel", "campaign", "exposed", "clicks", "period_days"),
        expected=AD_SET_ROWS,
        report={"sum_clicks": 21, "notes": ("clicks are all clicks on the ad",)},
    ),
)  # fmt: skip
