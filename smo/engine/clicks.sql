-- The click table: one row is a page element or link, by device and channel.
WITH clicked AS (
    SELECT * FROM keyed WHERE what IN ('click', 'click and dead', 'dead', 'rage')
),
counted AS (
    SELECT
        id, clean_page, clean_element, kind, device, channel, clean_target,
        CAST(sum(CASE WHEN what IN ('click', 'click and dead') THEN n ELSE 0 END) AS BIGINT) AS clicks,
        CAST(sum(CASE WHEN what IN ('dead', 'click and dead') THEN n ELSE 0 END) AS BIGINT) AS dead_clicks,
        CAST(sum(CASE WHEN what = 'rage' THEN n ELSE 0 END) AS BIGINT) AS rage_clicks,
        max(x) AS x, max(y) AS y
    FROM clicked
    GROUP BY id, clean_page, clean_element, kind, device, channel, clean_target
),
worded AS (
    SELECT id, told_text, told_role, campaign, CAST(sum(n) AS BIGINT) AS n
    FROM clicked
    GROUP BY id, told_text, told_role, campaign
),
ranked AS (
    SELECT
        id, told_text, told_role, campaign,
        row_number() OVER (PARTITION BY id ORDER BY n DESC, told_text, told_role, campaign) AS place
    FROM worded
),
viewed AS (
    SELECT clean_page, device, CAST(sum(n) AS BIGINT) AS pageviews
    FROM keyed WHERE what = 'view'
    GROUP BY clean_page, device
)
SELECT
    c.clean_page AS page, c.clean_element AS element, c.kind, c.clicks,
    r.told_text AS text, c.clean_target AS target, r.told_role AS role, c.device, c.channel, r.campaign,
    v.pageviews, s.visits AS clicked_pageviews, c.dead_clicks, c.rage_clicks,
    CASE WHEN c.x < 0 THEN NULL ELSE CAST(c.x AS DOUBLE) / 100 END AS x,
    CASE WHEN c.y < 0 THEN NULL ELSE CAST(c.y AS DOUBLE) END AS y
FROM counted AS c
INNER JOIN ranked AS r ON r.id = c.id AND r.place = 1
LEFT JOIN viewed AS v ON v.clean_page = c.clean_page AND v.device = c.device
LEFT JOIN visits AS s ON s.id = c.id
ORDER BY 1, 2, 3, 8, 9, 6
