-- A row of query, page and day as interfaces give them: a mean rank is weighted by times shown.
WITH told AS (
    SELECT
        coalesce(keyword, '') AS keyword,
        coalesce(nullif(segment, ''), 'all') AS segment,
        coalesce(page, '') AS page,
        lower(coalesce(device, '')) AS device,
        CAST(coalesce(clicks, 0) AS BIGINT) AS n,
        CAST(coalesce(impressions, 0) AS BIGINT) AS shown,
        position,
        substr(coalesce(stamp, ''), 1, 10) AS day
    FROM source
)
SELECT
    CASE WHEN keyword = '' THEN 'anonymized query' ELSE 'search' END AS what,
    segment, keyword, page, device, n, shown,
    CASE WHEN position > 0 THEN shown ELSE 0 END AS ranked,
    CASE WHEN position > 0 THEN CAST(floor(position * shown * 1000000 + 0.5) AS BIGINT) ELSE 0 END AS ranks, day
FROM told
