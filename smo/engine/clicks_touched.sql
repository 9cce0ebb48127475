-- Clicks by numbers alone, and the visit they were made in: the first step of counting distinct visits.
SELECT
    s.spot, m.manner,
    CASE WHEN h.what IN ('click', 'click and dead') THEN h.visit ELSE '' END AS visit,
    CAST(sum(h.n) AS BIGINT) AS n,
    CAST(sum(CASE WHEN h.what IN ('click', 'click and dead') THEN h.n ELSE 0 END) AS BIGINT) AS clicks,
    CAST(sum(CASE WHEN h.what IN ('dead', 'click and dead') THEN h.n ELSE 0 END) AS BIGINT) AS dead_clicks,
    CAST(sum(CASE WHEN h.what = 'rage' THEN h.n ELSE 0 END) AS BIGINT) AS rage_clicks
FROM hits AS h
INNER JOIN spotted AS s ON s.page = h.page AND s.target = h.target AND s.chain = h.chain
INNER JOIN manners AS m
    ON m.element = h.element AND m.text = h.text AND m.role = h.role AND m.kind = h.kind AND m.device = h.device
    AND m.channel = h.channel AND m.campaign = h.campaign AND m.x = h.x AND m.y = h.y
WHERE h.what IN ('click', 'click and dead', 'dead', 'rage')
GROUP BY 1, 2, 3
