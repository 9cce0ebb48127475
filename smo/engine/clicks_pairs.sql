-- Every distinct address, and the page it stands on where it does not tell its host: cleaned once.
SELECT page AS raw, '' AS base FROM targeted WHERE page <> ''
UNION
SELECT told_target AS raw, base FROM targeted WHERE told_target <> ''
