-- A row of PostHog's heatmaps as a hit on a point: to a hundredth of the width and ten pixels.
WITH told AS (
    SELECT
        lower(coalesce(type, '')) AS type,
        coalesce(page, '') AS page,
        CASE WHEN width > 0 THEN CAST(floor(least(greatest(x / width, 0.0), 1.0) * 100 + 0.5) AS BIGINT) ELSE -1 END AS x,
        CASE WHEN y IS NULL THEN -1 ELSE CAST(floor(greatest(y * scale, 0.0) / 10 + 0.5) AS BIGINT) * 10 END AS y,
        CASE WHEN lower(coalesce(fixed, '')) IN ('true', '1', '1.0') THEN 'fixed point' ELSE 'point' END AS place,
        coalesce(visit, '') AS visit,
        substr(coalesce(stamp, ''), 1, 10) AS day
    FROM source
)
SELECT
    CASE
        WHEN type NOT IN ('click', 'rageclick', 'deadclick') THEN 'mouse move or scroll depth, no click'
        WHEN page = '' THEN 'click without the page it was made on'
        WHEN type = 'click' THEN 'click'
        WHEN type = 'rageclick' THEN 'rage'
        ELSE 'dead'
    END AS what,
    page, '' AS target, '' AS chain,
    CASE WHEN x < 0 OR y < 0 THEN place
        ELSE concat(place, ' ', CASE WHEN x >= 100 THEN '1.00' ELSE concat('0.', lpad(CAST(x AS VARCHAR), 2, '0')) END,
                    ', ', CAST(y AS VARCHAR)) END AS element,
    '' AS text, '' AS role, 'element' AS kind, '' AS device, '' AS channel, '' AS campaign,
    x, CASE WHEN place = 'point' THEN y ELSE -1 END AS y,
    CAST(1 AS BIGINT) AS n, day, visit
FROM told
