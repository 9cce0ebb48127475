-- Places with what their hits are, now that it is known which pages have an address.
SELECT
    CASE
        WHEN a.clean <> '' THEN p.what
        WHEN p.what = 'view' THEN 'view of no page'
        WHEN p.what IN ('click', 'click and dead', 'dead', 'rage') THEN 'click without the page it was made on'
        ELSE p.what
    END AS what,
    p.n, p.n_rows, CAST(0 AS BIGINT) AS shown
FROM places AS p LEFT JOIN addresses AS a ON a.raw = p.page AND a.base = ''
