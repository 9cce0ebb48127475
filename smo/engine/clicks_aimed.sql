-- Every place of clicks with what its chain of elements tells, and the address its target is to be read from.
-- Query and fragment of that address change nothing, but an image proxy has another address in its query.
WITH placed AS (
    SELECT DISTINCT page, target, chain
    FROM places
    WHERE what IN ('click', 'click and dead', 'dead', 'rage')
),
told AS (
    SELECT
        p.page, p.target, p.chain,
        coalesce(e.chain_target, p.target) AS told_target,
        coalesce(e.chain_element, '') AS chain_element,
        coalesce(e.chain_text, '') AS chain_text,
        coalesce(e.chain_role, '') AS chain_role
    FROM placed AS p LEFT JOIN elements AS e ON e.chain = p.chain
)
SELECT
    page, target, chain, told_target, chain_element, chain_text, chain_role,
    CASE WHEN told_target = '' OR told_target LIKE 'http%' THEN ''
        WHEN page LIKE 'http%' AND NOT regexp_matches(page, '[^!-~а-яА-ЯёЁ]') AND strpos(page, 'image') = 0 AND strpos(page, '%6') = 0
            THEN split_part(split_part(page, '#', 1), '?', 1)
        ELSE page END AS base
FROM told
