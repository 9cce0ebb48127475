-- Spark SQL, written by sqlglot from smo/engine/*.sql; run by tests/engine/test_spark.py

-- clicks_ga4
WITH told AS (
  SELECT
    COALESCE(event_name, '') AS event,
    COALESCE(event_date, '') AS event_date,
    COALESCE(
      ARRAY_MAX(
        TRANSFORM(FILTER(event_params, p -> p.key = 'page_location'), p -> p.value.string_value)
      ),
      ''
    ) AS page,
    COALESCE(
      ARRAY_MAX(
        TRANSFORM(FILTER(event_params, p -> p.key = 'link_url'), p -> p.value.string_value)
      ),
      ''
    ) AS target,
    COALESCE(
      ARRAY_MAX(
        TRANSFORM(FILTER(event_params, p -> p.key = 'link_text'), p -> p.value.string_value)
      ),
      ''
    ) AS words,
    COALESCE(
      ARRAY_MAX(
        TRANSFORM(FILTER(event_params, p -> p.key = 'link_id'), p -> p.value.string_value)
      ),
      ''
    ) AS link_id,
    COALESCE(
      CAST(ARRAY_MAX(
        TRANSFORM(FILTER(event_params, p -> p.key = 'ga_session_id'), p -> p.value.int_value)
      ) AS STRING),
      ''
    ) AS session,
    COALESCE(user_pseudo_id, '') AS visitor,
    LOWER(COALESCE(device, '')) AS device,
    COALESCE(channel, '') AS channel,
    COALESCE(campaign, '') AS campaign
  FROM source
)
SELECT
  CASE
    WHEN NOT event IN ('page_view', 'click', 'file_download')
    THEN 'event is no click'
    WHEN page = '' AND event = 'page_view'
    THEN 'view of no page'
    WHEN page = ''
    THEN 'click without the page it was made on'
    WHEN event = 'page_view'
    THEN 'view'
    WHEN target = '' AND link_id = '' AND words = ''
    THEN 'click without an address'
    ELSE 'click'
  END AS what,
  page,
  target,
  '' AS chain,
  CASE WHEN link_id <> '' THEN CONCAT('#', COALESCE(link_id, '')) ELSE '' END AS element,
  words AS text,
  '' AS role,
  'link' AS kind,
  device,
  channel,
  campaign,
  CAST(-1 AS BIGINT) AS x,
  CAST(-1 AS BIGINT) AS y,
  CAST(1 AS BIGINT) AS n,
  CASE
    WHEN LENGTH(event_date) = 8
    THEN CONCAT(
      COALESCE(SUBSTRING(event_date, 1, 4), ''),
      '-',
      COALESCE(SUBSTRING(event_date, 5, 2), ''),
      '-',
      COALESCE(SUBSTRING(event_date, 7, 2), '')
    )
    ELSE SUBSTRING(event_date, 1, 10)
  END AS day,
  CASE
    WHEN session = ''
    THEN ''
    ELSE CONCAT(COALESCE(visitor, ''), ' ', COALESCE(session, ''))
  END AS visit
FROM told;

-- clicks_posthog
WITH told AS (
  SELECT
    COALESCE(event, '') AS event,
    COALESCE(GET_JSON_OBJECT(properties, '$[\'$event_type\']'), 'click') AS event_type,
    COALESCE(
      GET_JSON_OBJECT(properties, '$[\'$current_url\']'),
      GET_JSON_OBJECT(properties, '$[\'$pathname\']'),
      ''
    ) AS page,
    COALESCE(
      NULLIF(elements_chain, ''),
      GET_JSON_OBJECT(properties, '$[\'$elements_chain\']'),
      ''
    ) AS chain,
    COALESCE(GET_JSON_OBJECT(properties, '$[\'$el_text\']'), '') AS words,
    LOWER(COALESCE(GET_JSON_OBJECT(properties, '$[\'$device_type\']'), '')) AS device,
    COALESCE(GET_JSON_OBJECT(properties, '$.utm_source'), '') AS channel,
    COALESCE(GET_JSON_OBJECT(properties, '$.utm_campaign'), '') AS campaign,
    COALESCE(
      GET_JSON_OBJECT(properties, '$[\'$pageview_id\']'),
      GET_JSON_OBJECT(properties, '$[\'$session_id\']'),
      ''
    ) AS visit,
    SUBSTRING(COALESCE(stamp, ''), 1, 10) AS day
  FROM source
)
SELECT
  CASE
    WHEN NOT event IN ('$pageview', '$autocapture', '$rageclick', '$dead_click', '$deadclick')
    THEN 'event is no click'
    WHEN event = '$autocapture' AND NOT event_type IN ('click', 'touch')
    THEN 'change or submission of a field, no click'
    WHEN page = '' AND event = '$pageview'
    THEN 'view of no page'
    WHEN page = ''
    THEN 'click without the page it was made on'
    WHEN event = '$pageview'
    THEN 'view'
    WHEN event = '$autocapture'
    THEN 'click'
    WHEN event = '$rageclick'
    THEN 'rage'
    ELSE 'dead'
  END AS what,
  page,
  '' AS target,
  chain,
  '' AS element,
  words AS text,
  '' AS role,
  'element' AS kind,
  device,
  channel,
  campaign,
  CAST(-1 AS BIGINT) AS x,
  CAST(-1 AS BIGINT) AS y,
  CAST(1 AS BIGINT) AS n,
  day,
  visit
FROM told;

-- clicks_posthog_heatmap
WITH told AS (
  SELECT
    LOWER(COALESCE(type, '')) AS type,
    COALESCE(page, '') AS page,
    CASE
      WHEN width > 0
      THEN CAST(FLOOR(LEAST(GREATEST(x / width, 0.0), 1.0) * 100 + 0.5) AS BIGINT)
      ELSE -1
    END AS x,
    CASE
      WHEN y IS NULL
      THEN -1
      ELSE CAST(FLOOR(GREATEST(y * scale, 0.0) / 10 + 0.5) AS BIGINT) * 10
    END AS y,
    CASE
      WHEN LOWER(COALESCE(fixed, '')) IN ('true', '1', '1.0')
      THEN 'fixed point'
      ELSE 'point'
    END AS place,
    COALESCE(visit, '') AS visit,
    SUBSTRING(COALESCE(stamp, ''), 1, 10) AS day
  FROM source
)
SELECT
  CASE
    WHEN NOT type IN ('click', 'rageclick', 'deadclick')
    THEN 'mouse move or scroll depth, no click'
    WHEN page = ''
    THEN 'click without the page it was made on'
    WHEN type = 'click'
    THEN 'click'
    WHEN type = 'rageclick'
    THEN 'rage'
    ELSE 'dead'
  END AS what,
  page,
  '' AS target,
  '' AS chain,
  CASE
    WHEN x < 0 OR y < 0
    THEN place
    ELSE CONCAT(
      COALESCE(place, ''),
      ' ',
      COALESCE(
        CASE
          WHEN x >= 100
          THEN '1.00'
          ELSE CONCAT('0.', COALESCE(LPAD(CAST(x AS STRING), 2, '0'), ''))
        END,
        ''
      ),
      ', ',
      COALESCE(CAST(y AS STRING), '')
    )
  END AS element,
  '' AS text,
  '' AS role,
  'element' AS kind,
  '' AS device,
  '' AS channel,
  '' AS campaign,
  x,
  CASE WHEN place = 'point' THEN y ELSE -1 END AS y,
  CAST(1 AS BIGINT) AS n,
  day,
  visit
FROM told;

-- clicks_metrica
WITH told AS (
  SELECT
    LOWER(COALESCE(is_view, '')) IN ('1', 'true') AS viewed,
    LOWER(COALESCE(link, '')) IN ('1', 'true')
    OR LOWER(COALESCE(download, '')) IN ('1', 'true') AS is_link,
    NOT is_view IS NULL AS tells_views,
    COALESCE(url, '') AS url,
    COALESCE(referrer, '') AS referrer,
    CASE COALESCE(device, '')
      WHEN '1'
      THEN 'desktop'
      WHEN '2'
      THEN 'mobile'
      WHEN '3'
      THEN 'tablet'
      WHEN '4'
      THEN 'tv'
      ELSE LOWER(COALESCE(device, ''))
    END AS device,
    COALESCE(channel, '') AS channel,
    COALESCE(campaign, '') AS campaign,
    SUBSTRING(COALESCE(stamp, ''), 1, 10) AS day,
    COALESCE(visit, '') AS visit
  FROM source
)
SELECT
  CASE
    WHEN is_link AND referrer = ''
    THEN 'click without the page it was made on'
    WHEN is_link AND url = ''
    THEN 'click without an address'
    WHEN is_link
    THEN 'click'
    WHEN tells_views AND NOT viewed
    THEN 'hit is no page view and no click on a link or file'
    WHEN url = ''
    THEN 'view of no page'
    ELSE 'view'
  END AS what,
  CASE WHEN is_link THEN referrer ELSE url END AS page,
  CASE WHEN is_link THEN url ELSE '' END AS target,
  '' AS chain,
  '' AS element,
  '' AS text,
  '' AS role,
  'link' AS kind,
  device,
  channel,
  campaign,
  CAST(-1 AS BIGINT) AS x,
  CAST(-1 AS BIGINT) AS y,
  CAST(1 AS BIGINT) AS n,
  day,
  visit
FROM told;

-- keywords_search_console
WITH told AS (
  SELECT
    COALESCE(query, '') AS query,
    COALESCE(url, '') AS page,
    LOWER(COALESCE(device, '')) AS device,
    UPPER(COALESCE(search_type, '')) AS search_type,
    LOWER(COALESCE(hidden, '')) IN ('true', '1') OR COALESCE(query, '') = '' AS is_hidden,
    CAST(COALESCE(impressions, 0) AS BIGINT) AS shown,
    CAST(COALESCE(clicks, 0) AS BIGINT) AS n,
    CAST(COALESCE(rank_sum, 0) AS BIGINT) AS rank_sum,
    SUBSTRING(COALESCE(stamp, ''), 1, 10) AS day
  FROM source
)
SELECT
  CASE
    WHEN search_type = 'DISCOVER'
    THEN 'row of Discover, where nobody searches'
    WHEN is_hidden
    THEN 'anonymized query'
    ELSE 'search'
  END AS what,
  CASE search_type
    WHEN 'IMAGE'
    THEN 'image search'
    WHEN 'VIDEO'
    THEN 'video search'
    WHEN 'NEWS'
    THEN 'news search'
    WHEN 'GOOGLE_NEWS'
    THEN 'Google News'
    ELSE 'all'
  END AS segment,
  query AS keyword,
  page,
  device,
  n,
  shown,
  shown AS ranked,
  (
    rank_sum + shown
  ) * 1000000 AS ranks,
  day
FROM told;

-- keywords_metrica
WITH told AS (
  SELECT
    COALESCE(keyword, '') AS keyword,
    COALESCE(page, '') AS page,
    CASE COALESCE(device, '')
      WHEN '1'
      THEN 'desktop'
      WHEN '2'
      THEN 'mobile'
      WHEN '3'
      THEN 'tablet'
      WHEN '4'
      THEN 'tv'
      ELSE LOWER(COALESCE(device, ''))
    END AS device,
    SUBSTRING(COALESCE(stamp, ''), 1, 10) AS day
  FROM source
)
SELECT
  CASE
    WHEN keyword IN ('', 'Не определено', 'Не определена', 'Not specified', 'Undefined')
    THEN 'visit without a search phrase'
    ELSE 'search'
  END AS what,
  'all' AS segment,
  keyword,
  page,
  device,
  CAST(1 AS BIGINT) AS n,
  CAST(0 AS BIGINT) AS shown,
  CAST(0 AS BIGINT) AS ranked,
  CAST(0 AS BIGINT) AS ranks,
  day
FROM told;

-- keywords_plain
WITH told AS (
  SELECT
    COALESCE(keyword, '') AS keyword,
    COALESCE(NULLIF(segment, ''), 'all') AS segment,
    COALESCE(page, '') AS page,
    LOWER(COALESCE(device, '')) AS device,
    CAST(COALESCE(clicks, 0) AS BIGINT) AS n,
    CAST(COALESCE(impressions, 0) AS BIGINT) AS shown,
    position,
    SUBSTRING(COALESCE(stamp, ''), 1, 10) AS day
  FROM source
)
SELECT
  CASE WHEN keyword = '' THEN 'anonymized query' ELSE 'search' END AS what,
  segment,
  keyword,
  page,
  device,
  n,
  shown,
  CASE WHEN position > 0 THEN shown ELSE 0 END AS ranked,
  CASE
    WHEN position > 0
    THEN CAST(FLOOR(position * shown * 1000000 + 0.5) AS BIGINT)
    ELSE 0
  END AS ranks,
  day
FROM told;

-- clicks_plain
WITH told AS (
  SELECT
    COALESCE(page, '') AS page,
    COALESCE(target, '') AS target,
    COALESCE(element, '') AS element,
    COALESCE(text, '') AS text,
    COALESCE(role, '') AS role,
    COALESCE(kind, 'element') AS kind,
    LOWER(COALESCE(device, '')) AS device,
    COALESCE(channel, '') AS channel,
    COALESCE(campaign, '') AS campaign,
    LOWER(COALESCE(dead, '')) IN ('1', 'true', '1.0', 'yes') AS is_dead,
    CAST(COALESCE(clicks, 1) AS BIGINT) AS n,
    SUBSTRING(COALESCE(stamp, ''), 1, 10) AS day,
    COALESCE(visit, '') AS visit
  FROM source
)
SELECT
  CASE
    WHEN element = '' AND target = '' AND text = '' AND page = ''
    THEN 'view of no page'
    WHEN element = '' AND target = '' AND text = ''
    THEN 'view'
    WHEN page = ''
    THEN 'click without the page it was made on'
    WHEN is_dead
    THEN 'click and dead'
    ELSE 'click'
  END AS what,
  page,
  target,
  '' AS chain,
  element,
  text,
  role,
  kind,
  device,
  channel,
  campaign,
  CAST(-1 AS BIGINT) AS x,
  CAST(-1 AS BIGINT) AS y,
  n,
  day,
  visit
FROM told;

-- clicks_sums
SELECT
  what,
  CASE
    WHEN what IN ('click', 'click and dead', 'dead', 'rage', 'view')
    THEN page
    ELSE ''
  END AS page,
  CASE
    WHEN what IN ('click', 'click and dead', 'dead', 'rage')
    THEN target
    ELSE ''
  END AS target,
  CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN chain ELSE '' END AS chain,
  CASE
    WHEN what IN ('click', 'click and dead', 'dead', 'rage')
    THEN element
    ELSE ''
  END AS element,
  CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN text ELSE '' END AS text,
  CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN role ELSE '' END AS role,
  CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN kind ELSE '' END AS kind,
  CASE
    WHEN what IN ('click', 'click and dead', 'dead', 'rage', 'view')
    THEN device
    ELSE ''
  END AS device,
  CASE
    WHEN what IN ('click', 'click and dead', 'dead', 'rage')
    THEN channel
    ELSE ''
  END AS channel,
  CASE
    WHEN what IN ('click', 'click and dead', 'dead', 'rage')
    THEN campaign
    ELSE ''
  END AS campaign,
  CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN x ELSE -1 END AS x,
  CASE WHEN what IN ('click', 'click and dead', 'dead', 'rage') THEN y ELSE -1 END AS y,
  CAST(SUM(n) AS BIGINT) AS n,
  CAST(COUNT(*) AS BIGINT) AS n_rows,
  MIN(NULLIF(day, '')) AS first_day,
  MAX(NULLIF(day, '')) AS last_day
FROM hits
GROUP BY
  1,
  2,
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
  12,
  13;

-- clicks_chains
SELECT DISTINCT
  chain
FROM sums
WHERE
  chain <> '';

-- clicks_targeted
SELECT
  s.what,
  s.page,
  s.target,
  s.chain,
  s.element,
  s.text,
  s.role,
  s.kind,
  s.device,
  s.channel,
  s.campaign,
  s.x,
  s.y,
  s.n,
  s.n_rows,
  s.first_day,
  s.last_day,
  COALESCE(e.chain_element, s.element) AS told_element,
  COALESCE(NULLIF(e.chain_text, ''), s.text) AS told_text,
  COALESCE(e.chain_role, s.role) AS told_role,
  COALESCE(e.chain_target, s.target) AS told_target,
  CASE WHEN COALESCE(e.chain_target, s.target) LIKE 'http%' THEN '' ELSE s.page END AS base
FROM sums AS s
LEFT JOIN elements AS e
  ON e.chain = s.chain;

-- clicks_pairs
SELECT
  page AS raw,
  '' AS base
FROM targeted
WHERE
  page <> ''
UNION
SELECT
  told_target AS raw,
  base
FROM targeted
WHERE
  told_target <> '';

-- clicks_keyed
WITH cleaned AS (
  SELECT
    t.what,
    t.page,
    t.target,
    t.chain,
    t.element,
    t.text,
    t.role,
    t.kind,
    t.device,
    t.channel,
    t.campaign,
    t.x,
    t.y,
    t.n,
    t.n_rows,
    t.first_day,
    t.last_day,
    t.told_text,
    t.told_role,
    COALESCE(p.clean, '') AS clean_page,
    COALESCE(a.clean, '') AS clean_target,
    COALESCE(
      NULLIF(t.told_element, ''),
      NULLIF(a.clean, ''),
      NULLIF(t.told_target, ''),
      NULLIF(t.told_text, ''),
      '(unknown element)'
    ) AS clean_element
  FROM targeted AS t
  LEFT JOIN addresses AS p
    ON p.raw = t.page AND p.base = ''
  LEFT JOIN addresses AS a
    ON a.raw = t.told_target AND a.base = t.base
)
SELECT
  CASE
    WHEN clean_page = '' AND what = 'view'
    THEN 'view of no page'
    WHEN clean_page = '' AND what IN ('click', 'click and dead', 'dead', 'rage')
    THEN 'click without the page it was made on'
    ELSE what
  END AS what,
  what AS raw_what,
  page,
  target,
  chain,
  element,
  text,
  role,
  kind,
  device,
  channel,
  campaign,
  x,
  y,
  n,
  n_rows,
  CAST(0 AS BIGINT) AS shown,
  first_day,
  last_day,
  told_text,
  told_role,
  clean_page,
  clean_target,
  clean_element,
  DENSE_RANK() OVER (
    ORDER BY clean_page NULLS LAST, clean_element NULLS LAST, kind NULLS LAST, device NULLS LAST, channel NULLS LAST, clean_target NULLS LAST
  ) AS id
FROM cleaned;

-- clicks_visits
WITH seen AS (
  SELECT DISTINCT
    k.id,
    h.visit
  FROM hits AS h
  INNER JOIN keyed AS k
    ON h.page = k.page
    AND h.element = k.element
    AND h.target = k.target
    AND h.text = k.text
    AND h.what = k.raw_what
    AND h.chain = k.chain
    AND h.role = k.role
    AND h.kind = k.kind
    AND h.device = k.device
    AND h.channel = k.channel
    AND h.campaign = k.campaign
    AND h.x = k.x
    AND h.y = k.y
  WHERE
    h.what IN ('click', 'click and dead') AND h.visit <> '' AND k.clean_page <> ''
)
SELECT
  id,
  CAST(COUNT(*) AS BIGINT) AS visits
FROM seen
GROUP BY
  id;

-- clicks
WITH clicked AS (
  SELECT
    *
  FROM keyed
  WHERE
    what IN ('click', 'click and dead', 'dead', 'rage')
), counted AS (
  SELECT
    id,
    clean_page,
    clean_element,
    kind,
    device,
    channel,
    clean_target,
    CAST(SUM(CASE WHEN what IN ('click', 'click and dead') THEN n ELSE 0 END) AS BIGINT) AS clicks,
    CAST(SUM(CASE WHEN what IN ('dead', 'click and dead') THEN n ELSE 0 END) AS BIGINT) AS dead_clicks,
    CAST(SUM(CASE WHEN what = 'rage' THEN n ELSE 0 END) AS BIGINT) AS rage_clicks,
    MAX(x) AS x,
    MAX(y) AS y
  FROM clicked
  GROUP BY
    id,
    clean_page,
    clean_element,
    kind,
    device,
    channel,
    clean_target
), worded AS (
  SELECT
    id,
    told_text,
    told_role,
    campaign,
    CAST(SUM(n) AS BIGINT) AS n
  FROM clicked
  GROUP BY
    id,
    told_text,
    told_role,
    campaign
), ranked AS (
  SELECT
    id,
    told_text,
    told_role,
    campaign,
    ROW_NUMBER() OVER (
      PARTITION BY id
      ORDER BY n DESC, told_text NULLS LAST, told_role NULLS LAST, campaign NULLS LAST
    ) AS place
  FROM worded
), viewed AS (
  SELECT
    clean_page,
    device,
    CAST(SUM(n) AS BIGINT) AS pageviews
  FROM keyed
  WHERE
    what = 'view'
  GROUP BY
    clean_page,
    device
)
SELECT
  c.clean_page AS page,
  c.clean_element AS element,
  c.kind,
  c.clicks,
  r.told_text AS text,
  c.clean_target AS target,
  r.told_role AS role,
  c.device,
  c.channel,
  r.campaign,
  v.pageviews,
  s.visits AS clicked_pageviews,
  c.dead_clicks,
  c.rage_clicks,
  CASE WHEN c.x < 0 THEN NULL ELSE CAST(c.x AS DOUBLE) / 100 END AS x,
  CASE WHEN c.y < 0 THEN NULL ELSE CAST(c.y AS DOUBLE) END AS y
FROM counted AS c
INNER JOIN ranked AS r
  ON r.id = c.id AND r.place = 1
LEFT JOIN viewed AS v
  ON v.clean_page = c.clean_page AND v.device = c.device
LEFT JOIN visits AS s
  ON s.id = c.id
ORDER BY
  1 NULLS LAST,
  2 NULLS LAST,
  3 NULLS LAST,
  8 NULLS LAST,
  9 NULLS LAST,
  6 NULLS LAST;

-- accounts
SELECT
  what,
  CAST(SUM(n_rows) AS BIGINT) AS n_rows,
  CAST(SUM(n) AS BIGINT) AS clicks,
  CAST(SUM(shown) AS BIGINT) AS impressions,
  MIN(first_day) AS first_day,
  MAX(last_day) AS last_day
FROM accounted
GROUP BY
  what
ORDER BY
  what NULLS LAST;

-- keywords_sums
SELECT
  what,
  segment,
  CASE WHEN what = 'search' THEN keyword ELSE '' END AS keyword,
  CASE WHEN what = 'search' THEN page ELSE '' END AS page,
  CASE WHEN what = 'search' THEN device ELSE '' END AS device,
  CAST(SUM(n) AS BIGINT) AS n,
  CAST(SUM(shown) AS BIGINT) AS shown,
  CAST(SUM(ranked) AS BIGINT) AS ranked,
  CAST(SUM(ranks) AS BIGINT) AS ranks,
  CAST(COUNT(*) AS BIGINT) AS n_rows,
  MIN(NULLIF(day, '')) AS first_day,
  MAX(NULLIF(day, '')) AS last_day
FROM hits
GROUP BY
  1,
  2,
  3,
  4,
  5;

-- keywords_pairs
SELECT DISTINCT
  page AS raw,
  '' AS base
FROM sums
WHERE
  page <> '';

-- keywords
SELECT
  s.segment,
  s.keyword,
  COALESCE(a.clean, '') AS page,
  s.device,
  CAST(SUM(s.shown) AS BIGINT) AS impressions,
  CAST(SUM(s.n) AS BIGINT) AS clicks,
  CAST(CAST(SUM(s.ranks) AS BIGINT) AS DOUBLE) / NULLIF(CAST(SUM(s.ranked) AS BIGINT), 0) / 1000000 AS position
FROM sums AS s
LEFT JOIN addresses AS a
  ON a.raw = s.page AND a.base = ''
WHERE
  s.what = 'search'
GROUP BY
  s.segment,
  s.keyword,
  COALESCE(a.clean, ''),
  s.device
ORDER BY
  1 NULLS LAST,
  2 NULLS LAST,
  3 NULLS LAST,
  4 NULLS LAST;
