-- A hit of Yandex.Metrica's Logs API: a click on a link or file leads from the referrer to the address.
WITH told AS (
    SELECT
        lower(coalesce(is_view, '')) IN ('1', 'true') AS viewed,
        lower(coalesce(link, '')) IN ('1', 'true') OR lower(coalesce(download, '')) IN ('1', 'true') AS is_link,
        is_view IS NOT NULL AS tells_views,
        coalesce(url, '') AS url,
        coalesce(referrer, '') AS referrer,
        CASE coalesce(device, '') WHEN '1' THEN 'desktop' WHEN '2' THEN 'mobile' WHEN '3' THEN 'tablet' WHEN '4' THEN 'tv'
            ELSE lower(coalesce(device, '')) END AS device,
        coalesce(channel, '') AS channel,
        coalesce(campaign, '') AS campaign,
        substr(coalesce(stamp, ''), 1, 10) AS day,
        coalesce(visit, '') AS visit
    FROM source
)
SELECT
    CASE
        WHEN is_link AND referrer = '' THEN 'click without the page it was made on'
        WHEN is_link AND url = '' THEN 'click without an address'
        WHEN is_link THEN 'click'
        WHEN tells_views AND NOT viewed THEN 'hit is no page view and no click on a link or file'
        WHEN url = '' THEN 'view of no page'
        ELSE 'view'
    END AS what,
    CASE WHEN is_link THEN referrer ELSE url END AS page,
    CASE WHEN is_link THEN url ELSE '' END AS target,
    '' AS chain, '' AS element, '' AS text, '' AS role, 'link' AS kind, device, channel, campaign,
    CAST(-1 AS BIGINT) AS x, CAST(-1 AS BIGINT) AS y,
    CAST(1 AS BIGINT) AS n, day, visit
FROM told
