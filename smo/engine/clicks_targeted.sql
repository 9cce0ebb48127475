-- Sums with what their chain of elements tells, and the place their target is to be read from.
SELECT
    s.what, s.page, s.target, s.chain, s.element, s.text, s.role, s.kind, s.device, s.channel, s.campaign,
    s.x, s.y, s.n, s.n_rows, s.first_day, s.last_day,
    coalesce(e.chain_element, s.element) AS told_element,
    coalesce(nullif(e.chain_text, ''), s.text) AS told_text,
    coalesce(e.chain_role, s.role) AS told_role,
    coalesce(e.chain_target, s.target) AS told_target,
    CASE WHEN coalesce(e.chain_target, s.target) LIKE 'http%' THEN '' ELSE s.page END AS base
FROM sums AS s LEFT JOIN elements AS e ON e.chain = s.chain
