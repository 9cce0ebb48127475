-- What became of the rows of the source, by reason: their numbers add up to the rows read.
SELECT
    what,
    CAST(sum(n_rows) AS BIGINT) AS n_rows,
    CAST(sum(n) AS BIGINT) AS clicks,
    CAST(sum(shown) AS BIGINT) AS impressions
FROM accounted
GROUP BY what
ORDER BY what
