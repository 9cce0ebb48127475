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

-- clicks_places
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
  CASE WHEN what = 'view' THEN device ELSE '' END AS device,
  CAST(SUM(n) AS BIGINT) AS n,
  CAST(COUNT(*) AS BIGINT) AS n_rows
FROM hits
GROUP BY
  1,
  2,
  3,
  4,
  5;

-- clicks_chains
SELECT DISTINCT
  chain
FROM places
WHERE
  chain <> '';

-- clicks_aimed
WITH placed AS (
  SELECT DISTINCT
    page,
    target,
    chain
  FROM places
  WHERE
    what IN ('click', 'click and dead', 'dead', 'rage')
), told AS (
  SELECT
    p.page,
    p.target,
    p.chain,
    COALESCE(e.chain_target, p.target) AS told_target,
    COALESCE(e.chain_element, '') AS chain_element,
    COALESCE(e.chain_text, '') AS chain_text,
    COALESCE(e.chain_role, '') AS chain_role
  FROM placed AS p
  LEFT JOIN elements AS e
    ON e.chain = p.chain
)
SELECT
  page,
  target,
  chain,
  told_target,
  chain_element,
  chain_text,
  chain_role,
  CASE
    WHEN told_target = '' OR told_target LIKE 'http%'
    THEN ''
    WHEN page LIKE 'http%'
    AND NOT page RLIKE '[^!-~а-яА-ЯёЁ]'
    AND LOCATE('image', page) = 0
    AND LOCATE('%6', page) = 0
    THEN SPLIT_PART(SPLIT_PART(page, '#', 1), '?', 1)
    ELSE page
  END AS base
FROM told;

-- clicks_written
SELECT
  page AS raw,
  '' AS base
FROM places
WHERE
  page <> ''
UNION
SELECT
  told_target AS raw,
  base
FROM aimed
WHERE
  told_target <> '';

-- addresses_cut
WITH halved AS (
  SELECT
    raw,
    base,
    base = ''
    AND (
      raw LIKE 'http://%' OR raw LIKE 'https://%'
    )
    AND NOT raw RLIKE '[^!-~а-яА-ЯёЁ]' AS plain,
    SPLIT_PART(raw, '#', 1) AS body,
    SPLIT_PART(SPLIT_PART(raw, '#', 1), '?', 1) AS head
  FROM written
), parted AS (
  SELECT
    raw,
    base,
    plain,
    head,
    SUBSTRING(body, LENGTH(head) + 2) AS query,
    SPLIT_PART(SUBSTRING(head, CASE WHEN head LIKE 'https%' THEN 9 ELSE 8 END), '/', 1) AS host
  FROM halved
), told AS (
  SELECT
    raw,
    base,
    host,
    query,
    SUBSTRING(head, CASE WHEN head LIKE 'https%' THEN 9 ELSE 8 END + LENGTH(host)) AS path,
    plain AND LOCATE('image', raw) = 0 AND (
      query = '' OR LOCATE('%6', head) = 0
    ) AS plain
  FROM parted
)
SELECT
  raw,
  base,
  CASE WHEN plain THEN '' ELSE raw END AS whole,
  CASE WHEN plain THEN host ELSE '' END AS host,
  CASE WHEN plain THEN path ELSE '' END AS path,
  CASE WHEN plain THEN query ELSE '' END AS query
FROM told;

-- addresses_parts
SELECT DISTINCT
  'address' AS part,
  whole AS raw,
  base
FROM cut
WHERE
  whole <> ''
UNION ALL
SELECT DISTINCT
  'host' AS part,
  host AS raw,
  '' AS base
FROM cut
WHERE
  whole = ''
UNION ALL
SELECT DISTINCT
  'path' AS part,
  path AS raw,
  '' AS base
FROM cut
WHERE
  whole = ''
UNION ALL
SELECT DISTINCT
  'query' AS part,
  query AS raw,
  '' AS base
FROM cut
WHERE
  query <> '';

-- addresses
SELECT
  c.raw,
  c.base,
  CASE
    WHEN c.whole <> ''
    THEN COALESCE(w.clean, '')
    WHEN COALESCE(h.clean, '') = ''
    THEN ''
    ELSE CONCAT(COALESCE(h.clean, ''), COALESCE(p.clean, ''), COALESCE(COALESCE(q.clean, ''), ''))
  END AS clean
FROM cut AS c
LEFT JOIN (
  SELECT
    *
  FROM parts
  WHERE
    part = 'address'
) AS w
  ON w.raw = c.whole AND w.base = c.base
LEFT JOIN (
  SELECT
    *
  FROM parts
  WHERE
    part = 'host'
) AS h
  ON h.raw = c.host
LEFT JOIN (
  SELECT
    *
  FROM parts
  WHERE
    part = 'path'
) AS p
  ON p.raw = c.path
LEFT JOIN (
  SELECT
    *
  FROM parts
  WHERE
    part = 'query'
) AS q
  ON q.raw = c.query;

-- clicks_accounted
SELECT
  CASE
    WHEN b.raw IS NULL AND p.page <> ''
    THEN p.what
    WHEN p.what = 'view'
    THEN 'view of no page'
    WHEN p.what IN ('click', 'click and dead', 'dead', 'rage')
    THEN 'click without the page it was made on'
    ELSE p.what
  END AS what,
  p.n,
  p.n_rows,
  CAST(0 AS BIGINT) AS shown
FROM places AS p
LEFT JOIN (
  SELECT
    raw
  FROM addresses
  WHERE
    base = '' AND clean = ''
) AS b
  ON b.raw = p.page;

-- clicks_found
SELECT
  t.page,
  t.target,
  t.chain,
  t.chain_element,
  t.chain_text,
  t.chain_role,
  p.clean AS clean_page,
  COALESCE(a.clean, '') AS clean_target,
  COALESCE(NULLIF(a.clean, ''), t.told_target) AS aim
FROM aimed AS t
INNER JOIN addresses AS p
  ON p.raw = t.page AND p.base = '' AND p.clean <> ''
LEFT JOIN addresses AS a
  ON a.raw = t.told_target AND a.base = t.base;

-- clicks_spots
WITH spot AS (
  SELECT DISTINCT
    clean_page,
    clean_target,
    aim,
    chain_element,
    chain_text,
    chain_role
  FROM found
)
SELECT
  ROW_NUMBER() OVER (
    ORDER BY clean_page NULLS LAST, clean_target NULLS LAST, aim NULLS LAST, chain_element NULLS LAST, chain_text NULLS LAST, chain_role NULLS LAST
  ) AS spot,
  DENSE_RANK() OVER (ORDER BY clean_page NULLS LAST) AS page_id,
  DENSE_RANK() OVER (ORDER BY clean_page NULLS LAST, clean_target NULLS LAST) AS link_id,
  clean_page,
  clean_target,
  aim,
  chain_element,
  chain_text,
  chain_role
FROM spot;

-- clicks_spotted
SELECT
  f.page,
  f.target,
  f.chain,
  s.spot
FROM found AS f
INNER JOIN spots AS s
  ON s.clean_page = f.clean_page
  AND s.clean_target = f.clean_target
  AND s.aim = f.aim
  AND s.chain_element = f.chain_element
  AND s.chain_text = f.chain_text
  AND s.chain_role = f.chain_role;

-- clicks_manners
WITH manner AS (
  SELECT DISTINCT
    element,
    text,
    role,
    kind,
    device,
    channel,
    campaign,
    x,
    y
  FROM hits
  WHERE
    what IN ('click', 'click and dead', 'dead', 'rage')
)
SELECT
  ROW_NUMBER() OVER (
    ORDER BY element NULLS LAST, text NULLS LAST, role NULLS LAST, kind NULLS LAST, device NULLS LAST, channel NULLS LAST, campaign NULLS LAST, x NULLS LAST, y NULLS LAST
  ) AS manner,
  element,
  text,
  role,
  kind,
  device,
  channel,
  campaign,
  x,
  y
FROM manner;

-- clicks_touched
SELECT
  s.spot,
  m.manner,
  CASE WHEN h.what IN ('click', 'click and dead') THEN h.visit ELSE '' END AS visit,
  CAST(SUM(h.n) AS BIGINT) AS n,
  CAST(SUM(CASE WHEN h.what IN ('click', 'click and dead') THEN h.n ELSE 0 END) AS BIGINT) AS clicks,
  CAST(SUM(CASE WHEN h.what IN ('dead', 'click and dead') THEN h.n ELSE 0 END) AS BIGINT) AS dead_clicks,
  CAST(SUM(CASE WHEN h.what = 'rage' THEN h.n ELSE 0 END) AS BIGINT) AS rage_clicks
FROM hits AS h
INNER JOIN spotted AS s
  ON s.page = h.page AND s.target = h.target AND s.chain = h.chain
INNER JOIN manners AS m
  ON m.element = h.element
  AND m.text = h.text
  AND m.role = h.role
  AND m.kind = h.kind
  AND m.device = h.device
  AND m.channel = h.channel
  AND m.campaign = h.campaign
  AND m.x = h.x
  AND m.y = h.y
WHERE
  h.what IN ('click', 'click and dead', 'dead', 'rage')
GROUP BY
  1,
  2,
  3;

-- clicks_paired
WITH summed AS (
  SELECT
    spot,
    manner,
    CAST(SUM(n) AS BIGINT) AS n,
    CAST(SUM(clicks) AS BIGINT) AS clicks,
    CAST(SUM(dead_clicks) AS BIGINT) AS dead_clicks,
    CAST(SUM(rage_clicks) AS BIGINT) AS rage_clicks,
    CAST(SUM(CASE WHEN visit <> '' THEN 1 ELSE 0 END) AS BIGINT) AS visits
  FROM touched
  GROUP BY
    spot,
    manner
)
SELECT
  t.spot,
  t.manner,
  t.spot * 4294967296 + t.manner AS pair,
  s.link_id,
  s.page_id,
  COALESCE(
    NULLIF(s.chain_element, ''),
    NULLIF(m.element, ''),
    NULLIF(s.aim, ''),
    NULLIF(s.chain_text, ''),
    NULLIF(m.text, ''),
    '(unknown element)'
  ) AS clean_element,
  m.kind,
  m.device,
  m.channel,
  m.x,
  m.y,
  t.n,
  t.clicks,
  t.dead_clicks,
  t.rage_clicks,
  t.visits
FROM summed AS t
INNER JOIN spots AS s
  ON s.spot = t.spot
INNER JOIN manners AS m
  ON m.manner = t.manner;

-- clicks_keyed
SELECT
  link_id,
  page_id,
  clean_element,
  kind,
  device,
  channel,
  MIN(pair) AS key,
  CAST(COUNT(*) AS BIGINT) AS n_pairs,
  CAST(SUM(clicks) AS BIGINT) AS clicks,
  CAST(SUM(dead_clicks) AS BIGINT) AS dead_clicks,
  CAST(SUM(rage_clicks) AS BIGINT) AS rage_clicks,
  CAST(SUM(visits) AS BIGINT) AS visits,
  MAX(x) AS x,
  MAX(y) AS y
FROM paired
GROUP BY
  link_id,
  page_id,
  clean_element,
  kind,
  device,
  channel;

-- clicks_several
SELECT
  k.key,
  p.pair,
  p.spot,
  p.manner,
  p.n,
  COALESCE(NULLIF(s.chain_text, ''), m.text) AS told_text,
  COALESCE(NULLIF(s.chain_role, ''), m.role) AS told_role,
  m.campaign
FROM paired AS p
INNER JOIN keyed AS k
  ON k.link_id = p.link_id
  AND k.clean_element = p.clean_element
  AND k.kind = p.kind
  AND k.device = p.device
  AND k.channel = p.channel
  AND k.n_pairs > 1
INNER JOIN spots AS s
  ON s.spot = p.spot
INNER JOIN manners AS m
  ON m.manner = p.manner;

-- clicks
WITH worded AS (
  SELECT
    key,
    told_text,
    told_role,
    campaign,
    MIN(pair) AS pair,
    CAST(SUM(n) AS BIGINT) AS n
  FROM several
  GROUP BY
    key,
    told_text,
    told_role,
    campaign
), ranked AS (
  SELECT
    key,
    pair,
    ROW_NUMBER() OVER (
      PARTITION BY key
      ORDER BY n DESC, told_text NULLS LAST, told_role NULLS LAST, campaign NULLS LAST
    ) AS place
  FROM worded
), visited AS (
  SELECT
    key,
    CAST(COUNT(*) AS BIGINT) AS visits
  FROM (
    SELECT DISTINCT
      s.key,
      t.visit
    FROM touched AS t
    INNER JOIN several AS s
      ON s.spot = t.spot AND s.manner = t.manner
    WHERE
      t.visit <> ''
  ) AS seen
  GROUP BY
    key
), viewed AS (
  SELECT
    s.page_id,
    p.device,
    CAST(SUM(p.n) AS BIGINT) AS pageviews
  FROM places AS p
  INNER JOIN addresses AS a
    ON a.raw = p.page AND a.base = ''
  INNER JOIN (
    SELECT DISTINCT
      clean_page,
      page_id
    FROM spots
  ) AS s
    ON s.clean_page = a.clean
  WHERE
    p.what = 'view'
  GROUP BY
    s.page_id,
    p.device
)
SELECT
  COALESCE(r.pair, k.key) AS pair,
  k.clicks,
  k.dead_clicks,
  k.rage_clicks,
  k.x,
  k.y,
  COALESCE(v.pageviews, -1) AS pageviews,
  COALESCE(NULLIF(COALESCE(s.visits, k.visits), 0), -1) AS clicked_pageviews
FROM keyed AS k
LEFT JOIN ranked AS r
  ON r.key = k.key AND r.place = 1
LEFT JOIN visited AS s
  ON s.key = k.key
LEFT JOIN viewed AS v
  ON v.page_id = k.page_id AND v.device = k.device;

-- days
SELECT
  MIN(day) AS first_day,
  MAX(day) AS last_day
FROM (
  SELECT DISTINCT
    day
  FROM hits
) AS days
WHERE
  day LIKE '____-__-__';

-- accounts
SELECT
  what,
  CAST(SUM(n_rows) AS BIGINT) AS n_rows,
  CAST(SUM(n) AS BIGINT) AS clicks,
  CAST(SUM(shown) AS BIGINT) AS impressions
FROM accounted
GROUP BY
  what
ORDER BY
  what NULLS LAST;

-- keywords_written
SELECT DISTINCT
  page AS raw,
  '' AS base
FROM hits
WHERE
  what = 'search' AND page <> '';

-- keywords_leads
SELECT
  raw,
  clean,
  DENSE_RANK() OVER (ORDER BY clean NULLS LAST) AS lead
FROM addresses
WHERE
  clean <> '';

-- keywords_sums
SELECT
  h.what,
  h.segment,
  CASE WHEN h.what = 'search' THEN h.keyword ELSE '' END AS keyword,
  CASE WHEN h.what = 'search' THEN COALESCE(l.lead, 0) ELSE 0 END AS lead,
  CASE WHEN h.what = 'search' THEN h.device ELSE '' END AS device,
  CAST(SUM(h.n) AS BIGINT) AS n,
  CAST(SUM(h.shown) AS BIGINT) AS shown,
  CAST(SUM(h.ranked) AS BIGINT) AS ranked,
  CAST(SUM(h.ranks) AS BIGINT) AS ranks,
  CAST(COUNT(*) AS BIGINT) AS n_rows
FROM hits AS h
LEFT JOIN leads AS l
  ON l.raw = h.page
GROUP BY
  1,
  2,
  3,
  4,
  5;

-- keywords
SELECT
  segment,
  keyword,
  lead,
  device,
  shown AS impressions,
  n AS clicks,
  CAST(ranks AS DOUBLE) / NULLIF(ranked, 0) / 1000000 AS position
FROM sums
WHERE
  what = 'search'
ORDER BY
  segment NULLS LAST,
  keyword NULLS LAST,
  lead NULLS LAST,
  device NULLS LAST;
