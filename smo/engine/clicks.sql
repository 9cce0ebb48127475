-- The click table by numbers: a row's pair of spot and manner tells its texts, the commonest ones; -1 is none.
WITH worded AS (
    SELECT key, told_text, told_role, campaign, min(pair) AS pair, CAST(sum(n) AS BIGINT) AS n
    FROM several
    GROUP BY key, told_text, told_role, campaign
),
ranked AS (
    SELECT
        key, pair,
        row_number() OVER (PARTITION BY key ORDER BY n DESC, told_text, told_role, campaign) AS place
    FROM worded
),
visited AS (
    SELECT key, CAST(count(*) AS BIGINT) AS visits
    FROM (
        SELECT DISTINCT s.key, t.visit
        FROM touched AS t INNER JOIN several AS s ON s.spot = t.spot AND s.manner = t.manner
        WHERE t.visit <> ''
    ) AS seen
    GROUP BY key
),
viewed AS (
    SELECT s.page_id, p.device, CAST(sum(p.n) AS BIGINT) AS pageviews
    FROM places AS p
    INNER JOIN addresses AS a ON a.raw = p.page AND a.base = ''
    INNER JOIN (SELECT DISTINCT clean_page, page_id FROM spots) AS s ON s.clean_page = a.clean
    WHERE p.what = 'view'
    GROUP BY s.page_id, p.device
)
SELECT
    coalesce(r.pair, k.key) AS pair, k.clicks, k.dead_clicks, k.rage_clicks, k.x, k.y,
    coalesce(v.pageviews, -1) AS pageviews,
    coalesce(nullif(coalesce(s.visits, k.visits), 0), -1) AS clicked_pageviews
FROM keyed AS k
LEFT JOIN ranked AS r ON r.key = k.key AND r.place = 1
LEFT JOIN visited AS s ON s.key = k.key
LEFT JOIN viewed AS v ON v.page_id = k.page_id AND v.device = k.device
