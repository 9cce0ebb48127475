-- The keyword table: one row is a keyword on a page, by device; its days are summed.
SELECT
    s.segment, s.keyword, coalesce(a.clean, '') AS page, s.device,
    CAST(sum(s.shown) AS BIGINT) AS impressions,
    CAST(sum(s.n) AS BIGINT) AS clicks,
    CAST(CAST(sum(s.ranks) AS BIGINT) AS DOUBLE) / nullif(CAST(sum(s.ranked) AS BIGINT), 0) / 1000000 AS position
FROM sums AS s LEFT JOIN addresses AS a ON a.raw = s.page AND a.base = ''
WHERE s.what = 'search'
GROUP BY s.segment, s.keyword, coalesce(a.clean, ''), s.device
ORDER BY 1, 2, 3, 4
