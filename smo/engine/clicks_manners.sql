-- Every distinct manner of clicking, numbered: all that a row says besides place, visit and day.
WITH manner AS (
    SELECT DISTINCT element, text, role, kind, device, channel, campaign, x, y
    FROM hits
    WHERE what IN ('click', 'click and dead', 'dead', 'rage')
)
SELECT
    row_number() OVER (ORDER BY element, text, role, kind, device, channel, campaign, x, y) AS manner,
    element, text, role, kind, device, channel, campaign, x, y
FROM manner
