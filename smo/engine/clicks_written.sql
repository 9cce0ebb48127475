-- Every distinct address, and the page it stands on where it does not tell its host.
SELECT page AS raw, '' AS base FROM places WHERE page <> ''
UNION
SELECT told_target AS raw, base FROM aimed WHERE told_target <> ''
