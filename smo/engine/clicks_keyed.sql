-- Rows of the click table, each known by the first of its pairs of spot and manner.
SELECT
    link_id, page_id, clean_element, kind, device, channel,
    min(pair) AS key,
    CAST(count(*) AS BIGINT) AS n_pairs,
    CAST(sum(clicks) AS BIGINT) AS clicks,
    CAST(sum(dead_clicks) AS BIGINT) AS dead_clicks,
    CAST(sum(rage_clicks) AS BIGINT) AS rage_clicks,
    CAST(sum(visits) AS BIGINT) AS visits,
    max(x) AS x, max(y) AS y
FROM paired
GROUP BY link_id, page_id, clean_element, kind, device, channel
