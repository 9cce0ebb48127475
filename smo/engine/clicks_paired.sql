-- Sums of spot and manner with the key of the row of the click table they belong to; visits are counted.
WITH summed AS (
    SELECT
        spot, manner,
        CAST(sum(n) AS BIGINT) AS n,
        CAST(sum(clicks) AS BIGINT) AS clicks,
        CAST(sum(dead_clicks) AS BIGINT) AS dead_clicks,
        CAST(sum(rage_clicks) AS BIGINT) AS rage_clicks,
        CAST(sum(CASE WHEN visit <> '' THEN 1 ELSE 0 END) AS BIGINT) AS visits
    FROM touched
    GROUP BY spot, manner
)
SELECT
    t.spot, t.manner, t.spot * 4294967296 + t.manner AS pair,
    s.link_id, s.page_id,
    coalesce(nullif(s.chain_element, ''), nullif(m.element, ''), nullif(s.aim, ''), nullif(s.chain_text, ''),
             nullif(m.text, ''), '(unknown element)') AS clean_element,
    m.kind, m.device, m.channel, m.x, m.y,
    t.n, t.clicks, t.dead_clicks, t.rage_clicks, t.visits
FROM summed AS t
INNER JOIN spots AS s ON s.spot = t.spot
INNER JOIN manners AS m ON m.manner = t.manner
