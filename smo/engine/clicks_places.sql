-- Hits summed by where they happened, as written; views by device too. Every row of the source is in one sum.
SELECT
    what,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage', 'view') THEN page ELSE '' END AS page,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN target ELSE '' END AS target,
    CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN chain ELSE '' END AS chain,
    CASE WHEN what = 'view' THEN device ELSE '' END AS device,
    CAST(sum(n) AS BIGINT) AS n,
    CAST(count(*) AS BIGINT) AS n_rows
FROM hits
GROUP BY 1, 2, 3, 4, 5
