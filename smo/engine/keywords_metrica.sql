-- A visit of Yandex.Metrica's Logs API that began with a search phrase is a click on a search result.
WITH told AS (
    SELECT
        coalesce(keyword, '') AS keyword,
        coalesce(page, '') AS page,
        CASE coalesce(device, '') WHEN '1' THEN 'desktop' WHEN '2' THEN 'mobile' WHEN '3' THEN 'tablet' WHEN '4' THEN 'tv'
            ELSE lower(coalesce(device, '')) END AS device,
        substr(coalesce(stamp, ''), 1, 10) AS day
    FROM source
)
SELECT
    CASE WHEN keyword IN ('', 'Не определено', 'Не определена', 'Not specified', 'Undefined')
        THEN 'visit without a search phrase' ELSE 'search' END AS what,
    'all' AS segment, keyword, page, device, CAST(1 AS BIGINT) AS n, CAST(0 AS BIGINT) AS shown,
    CAST(0 AS BIGINT) AS ranked, CAST(0 AS BIGINT) AS ranks, day
FROM told
