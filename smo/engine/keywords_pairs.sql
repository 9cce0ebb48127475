-- Every distinct address, cleaned once.
SELECT DISTINCT page AS raw, '' AS base FROM sums WHERE page <> ''
