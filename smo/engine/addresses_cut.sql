-- Addresses cut into host, path and query, to be cleaned each for itself; what is not plain stays whole.
-- An image proxy carries another address in its query; %6 begins the letters of its name when they are escaped.
WITH halved AS (
    SELECT
        raw, base,
        base = '' AND (raw LIKE 'http://%' OR raw LIKE 'https://%') AND NOT regexp_matches(raw, '[^!-~а-яА-ЯёЁ]') AS plain,
        split_part(raw, '#', 1) AS body,
        split_part(split_part(raw, '#', 1), '?', 1) AS head
    FROM written
),
parted AS (
    SELECT
        raw, base, plain, head,
        substr(body, length(head) + 2) AS query,
        split_part(substr(head, CASE WHEN head LIKE 'https%' THEN 9 ELSE 8 END), '/', 1) AS host
    FROM halved
),
told AS (
    SELECT
        raw, base, host, query,
        substr(head, CASE WHEN head LIKE 'https%' THEN 9 ELSE 8 END + length(host)) AS path,
        plain AND strpos(raw, 'image') = 0 AND (query = '' OR strpos(head, '%6') = 0) AS plain
    FROM parted
)
SELECT
    raw, base,
    CASE WHEN plain THEN '' ELSE raw END AS whole,
    CASE WHEN plain THEN host ELSE '' END AS host,
    CASE WHEN plain THEN path ELSE '' END AS path,
    CASE WHEN plain THEN query ELSE '' END AS query
FROM told
