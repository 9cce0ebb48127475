-- Hits summed by what they say as written, before any address is cleaned: every row of the source is in one sum.
SELECT
    what,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage', 'view') THEN page ELSE '' END AS page,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN target ELSE '' END AS target,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN chain ELSE '' END AS chain,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN element ELSE '' END AS element,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN text ELSE '' END AS text,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN role ELSE '' END AS role,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN kind ELSE '' END AS kind,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage', 'view') THEN device ELSE '' END AS device,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN channel ELSE '' END AS channel,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN campaign ELSE '' END AS campaign,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN x ELSE -1 END AS x,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN y ELSE -1 END AS y,
    CAST(sum(n) AS BIGINT) AS n,
    CAST(count(*) AS BIGINT) AS n_rows,
    min(nullif(day, '')) AS first_day,
    max(nullif(day, '')) AS last_day
FROM hits
GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13
