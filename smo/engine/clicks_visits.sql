-- Visits in which something was clicked, counted in two steps: distinct first, then their number.
WITH seen AS (
    SELECT DISTINCT k.id, h.visit
    FROM hits AS h
    INNER JOIN keyed AS k
        ON h.page = k.page AND h.element = k.element AND h.target = k.target AND h.text = k.text
        AND h.what = k.raw_what AND h.chain = k.chain AND h.role = k.role AND h.kind = k.kind
        AND h.device = k.device AND h.channel = k.channel AND h.campaign = k.campaign
        AND h.x = k.x AND h.y = k.y
    WHERE h.what IN ('click', 'click and dead') AND h.visit <> '' AND k.clean_page <> ''
)
SELECT id, CAST(count(*) AS BIGINT) AS visits FROM seen GROUP BY id
