-- Pairs that share a row of the click table with others: only there a visit can be met twice, and texts differ.
SELECT
    k.key, p.pair, p.spot, p.manner, p.n,
    coalesce(nullif(s.chain_text, ''), m.text) AS told_text,
    coalesce(nullif(s.chain_role, ''), m.role) AS told_role,
    m.campaign
FROM paired AS p
INNER JOIN keyed AS k
    ON k.link_id = p.link_id AND k.clean_element = p.clean_element AND k.kind = p.kind AND k.device = p.device
    AND k.channel = p.channel AND k.n_pairs > 1
INNER JOIN spots AS s ON s.spot = p.spot
INNER JOIN manners AS m ON m.manner = p.manner
