-- Searches summed by keyword, page and device: every row of the source is in one sum.
SELECT
    h.what, h.segment,
    CASE WHEN h.what = 'search' THEN h.keyword ELSE '' END AS keyword,
    CASE WHEN h.what = 'search' THEN coalesce(l.lead, 0) ELSE 0 END AS lead,
    CASE WHEN h.what = 'search' THEN h.device ELSE '' END AS device,
    CAST(sum(h.n) AS BIGINT) AS n,
    CAST(sum(h.shown) AS BIGINT) AS shown,
    CAST(sum(h.ranked) AS BIGINT) AS ranked,
    CAST(sum(h.ranks) AS BIGINT) AS ranks,
    CAST(count(*) AS BIGINT) AS n_rows
FROM hits AS h LEFT JOIN leads AS l ON l.raw = h.page
GROUP BY 1, 2, 3, 4, 5
