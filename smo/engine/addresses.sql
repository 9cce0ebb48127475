-- Addresses with their canonical form, put together from its parts; empty where there is none.
SELECT
    c.raw, c.base,
    CASE WHEN c.whole <> '' THEN coalesce(w.clean, '')
        WHEN coalesce(h.clean, '') = '' THEN ''
        ELSE concat(h.clean, p.clean, coalesce(q.clean, '')) END AS clean
FROM cut AS c
LEFT JOIN (SELECT * FROM parts WHERE part = 'address') AS w ON w.raw = c.whole AND w.base = c.base
LEFT JOIN (SELECT * FROM parts WHERE part = 'host') AS h ON h.raw = c.host
LEFT JOIN (SELECT * FROM parts WHERE part = 'path') AS p ON p.raw = c.path
LEFT JOIN (SELECT * FROM parts WHERE part = 'query') AS q ON q.raw = c.query
