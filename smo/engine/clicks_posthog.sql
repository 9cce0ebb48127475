-- An event of PostHog as a hit. Rage and dead clicks are events of their own beside the clicks.
WITH told AS (
    SELECT
        coalesce(event, '') AS event,
        coalesce(json_extract_string(properties, '$."$event_type"'), 'click') AS event_type,
        coalesce(json_extract_string(properties, '$."$current_url"'), json_extract_string(properties, '$."$pathname"'), '') AS page,
        coalesce(nullif(elements_chain, ''), json_extract_string(properties, '$."$elements_chain"'), '') AS chain,
        coalesce(json_extract_string(properties, '$."$el_text"'), '') AS words,
        lower(coalesce(json_extract_string(properties, '$."$device_type"'), '')) AS device,
        coalesce(json_extract_string(properties, '$."utm_source"'), '') AS channel,
        coalesce(json_extract_string(properties, '$."utm_campaign"'), '') AS campaign,
        coalesce(json_extract_string(properties, '$."$pageview_id"'), json_extract_string(properties, '$."$session_id"'), '') AS visit,
        substr(coalesce(stamp, ''), 1, 10) AS day
    FROM source
)
SELECT
    CASE
        WHEN event NOT IN ('$pageview', '$autocapture', '$rageclick', '$dead_click', '$deadclick') THEN 'event is no click'
        WHEN event = '$autocapture' AND event_type NOT IN ('click', 'touch') THEN 'change or submission of a field, no click'
        WHEN page = '' AND event = '$pageview' THEN 'view of no page'
        WHEN page = '' THEN 'click without the page it was made on'
        WHEN event = '$pageview' THEN 'view'
        WHEN event = '$autocapture' THEN 'click'
        WHEN event = '$rageclick' THEN 'rage'
        ELSE 'dead'
    END AS what,
    page, '' AS target, chain, '' AS element,
    words AS text, '' AS role, 'element' AS kind, device, channel, campaign,
    CAST(-1 AS BIGINT) AS x, CAST(-1 AS BIGINT) AS y,
    CAST(1 AS BIGINT) AS n, day, visit
FROM told
