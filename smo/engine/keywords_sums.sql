-- Searches summed by keyword, address as written and device: every row of the source is in one sum.
SELECT
    what, segment,
    CASE WHEN what = 'search' THEN keyword ELSE '' END AS keyword,
    CASE WHEN what = 'search' THEN page ELSE '' END AS page,
    CASE WHEN what = 'search' THEN device ELSE '' END AS device,
    CAST(sum(n) AS BIGINT) AS n,
    CAST(sum(shown) AS BIGINT) AS shown,
    CAST(sum(ranked) AS BIGINT) AS ranked,
    CAST(sum(ranks) AS BIGINT) AS ranks,
    CAST(count(*) AS BIGINT) AS n_rows,
    min(nullif(day, '')) AS first_day,
    max(nullif(day, '')) AS last_day
FROM hits
GROUP BY 1, 2, 3, 4, 5
