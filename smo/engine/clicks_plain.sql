-- A row of a plain log: a click where it names an element, a target or words, else a view of its page.
WITH told AS (
    SELECT
        coalesce(page, '') AS page,
        coalesce(target, '') AS target,
        coalesce(element, '') AS element,
        coalesce(text, '') AS text,
        coalesce(role, '') AS role,
        coalesce(kind, 'element') AS kind,
        lower(coalesce(device, '')) AS device,
        coalesce(channel, '') AS channel,
        coalesce(campaign, '') AS campaign,
        lower(coalesce(dead, '')) IN ('1', 'true', '1.0', 'yes') AS is_dead,
        CAST(coalesce(clicks, 1) AS BIGINT) AS n,
        substr(coalesce(stamp, ''), 1, 10) AS day,
        coalesce(visit, '') AS visit
    FROM source
)
SELECT
    CASE
        WHEN element = '' AND target = '' AND text = '' AND page = '' THEN 'view of no page'
        WHEN element = '' AND target = '' AND text = '' THEN 'view'
        WHEN page = '' THEN 'click without the page it was made on'
        WHEN is_dead THEN 'click and dead'
        ELSE 'click'
    END AS what,
    page, target, '' AS chain, element, text, role, kind, device, channel, campaign,
    CAST(-1 AS BIGINT) AS x, CAST(-1 AS BIGINT) AS y, n, day, visit
FROM told
