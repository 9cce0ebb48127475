-- Every distinct address of a search, cleaned once.
SELECT DISTINCT page AS raw, '' AS base FROM hits WHERE what = 'search' AND page <> ''
