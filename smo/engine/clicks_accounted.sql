-- Places with what their hits are, now that it is known which pages have no address.
SELECT
    CASE
        WHEN b.raw IS NULL AND p.page <> '' THEN p.what
        WHEN p.what = 'view' THEN 'view of no page'
        WHEN p.what IN ('click', 'click and dead', 'dead', 'rage') THEN 'click without the page it was made on'
        ELSE p.what
    END AS what,
    p.n, p.n_rows, CAST(0 AS BIGINT) AS shown
FROM places AS p
LEFT JOIN (SELECT raw FROM addresses WHERE base = '' AND clean = '') AS b ON b.raw = p.page
