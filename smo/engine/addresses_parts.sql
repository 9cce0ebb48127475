-- Every distinct part of an address, to be cleaned once.
SELECT DISTINCT 'address' AS part, whole AS raw, base FROM cut WHERE whole <> ''
UNION ALL
SELECT DISTINCT 'host' AS part, host AS raw, '' AS base FROM cut WHERE whole = ''
UNION ALL
SELECT DISTINCT 'path' AS part, path AS raw, '' AS base FROM cut WHERE whole = ''
UNION ALL
SELECT DISTINCT 'query' AS part, query AS raw, '' AS base FROM cut WHERE query <> ''
