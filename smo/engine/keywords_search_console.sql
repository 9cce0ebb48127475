-- A row of Search Console's bulk export. Ranks are sums that begin at 0; what few people typed is hidden.
WITH told AS (
    SELECT
        coalesce(query, '') AS query,
        coalesce(url, '') AS page,
        lower(coalesce(device, '')) AS device,
        upper(coalesce(search_type, '')) AS search_type,
        lower(coalesce(hidden, '')) IN ('true', '1') OR coalesce(query, '') = '' AS is_hidden,
        CAST(coalesce(impressions, 0) AS BIGINT) AS shown,
        CAST(coalesce(clicks, 0) AS BIGINT) AS n,
        CAST(coalesce(rank_sum, 0) AS BIGINT) AS rank_sum,
        substr(coalesce(stamp, ''), 1, 10) AS day
    FROM source
)
SELECT
    CASE WHEN search_type = 'DISCOVER' THEN 'row of Discover, where nobody searches'
        WHEN is_hidden THEN 'anonymized query' ELSE 'search' END AS what,
    CASE search_type WHEN 'IMAGE' THEN 'image search' WHEN 'VIDEO' THEN 'video search' WHEN 'NEWS' THEN 'news search'
        WHEN 'GOOGLE_NEWS' THEN 'Google News' ELSE 'all' END AS segment,
    query AS keyword, page, device, n, shown, shown AS ranked, (rank_sum + shown) * 1000000 AS ranks, day
FROM told
