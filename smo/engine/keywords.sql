-- The keyword table: one row is a keyword on a page, by device; the page is a number, 0 where there is none.
SELECT
    segment, keyword, lead, device, shown AS impressions, n AS clicks,
    CAST(ranks AS DOUBLE) / nullif(ranked, 0) / 1000000 AS position
FROM sums
WHERE what = 'search'
ORDER BY segment, keyword, lead, device
