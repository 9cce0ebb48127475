-- Places of clicks with clean addresses; those on no page are left out, and accounted for.
SELECT
    t.page, t.target, t.chain, t.chain_element, t.chain_text, t.chain_role,
    p.clean AS clean_page,
    coalesce(a.clean, '') AS clean_target,
    coalesce(nullif(a.clean, ''), t.told_target) AS aim
FROM aimed AS t
INNER JOIN addresses AS p ON p.raw = t.page AND p.base = '' AND p.clean <> ''
LEFT JOIN addresses AS a ON a.raw = t.told_target AND a.base = t.base
