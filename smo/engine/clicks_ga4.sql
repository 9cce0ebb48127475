-- An event of the GA4 export to BigQuery as a hit: views of pages, clicks on links, the rest by reason.
WITH told AS (
    SELECT
        coalesce(event_name, '') AS event,
        coalesce(event_date, '') AS event_date,
        coalesce(list_max(list_transform(list_filter(event_params, lambda p: p.key = 'page_location'), lambda p: p.value.string_value)), '') AS page,
        coalesce(list_max(list_transform(list_filter(event_params, lambda p: p.key = 'link_url'), lambda p: p.value.string_value)), '') AS target,
        coalesce(list_max(list_transform(list_filter(event_params, lambda p: p.key = 'link_text'), lambda p: p.value.string_value)), '') AS words,
        coalesce(list_max(list_transform(list_filter(event_params, lambda p: p.key = 'link_id'), lambda p: p.value.string_value)), '') AS link_id,
        coalesce(CAST(list_max(list_transform(list_filter(event_params, lambda p: p.key = 'ga_session_id'), lambda p: p.value.int_value)) AS VARCHAR), '') AS session,
        coalesce(user_pseudo_id, '') AS visitor,
        lower(coalesce(device, '')) AS device,
        coalesce(channel, '') AS channel,
        coalesce(campaign, '') AS campaign
    FROM source
)
SELECT
    CASE
        WHEN event NOT IN ('page_view', 'click', 'file_download') THEN 'event is no click'
        WHEN page = '' AND event = 'page_view' THEN 'view of no page'
        WHEN page = '' THEN 'click without the page it was made on'
        WHEN event = 'page_view' THEN 'view'
        WHEN target = '' AND link_id = '' AND words = '' THEN 'click without an address'
        ELSE 'click'
    END AS what,
    page, target, '' AS chain,
    CASE WHEN link_id <> '' THEN concat('#', link_id) ELSE '' END AS element,
    words AS text, '' AS role, 'link' AS kind, device, channel, campaign,
    CAST(-1 AS BIGINT) AS x, CAST(-1 AS BIGINT) AS y,
    CAST(1 AS BIGINT) AS n,
    CASE WHEN length(event_date) = 8
        THEN concat(substr(event_date, 1, 4), '-', substr(event_date, 5, 2), '-', substr(event_date, 7, 2))
        ELSE substr(event_date, 1, 10) END AS day,
    CASE WHEN session = '' THEN '' ELSE concat(visitor, ' ', session) END AS visit
FROM told
