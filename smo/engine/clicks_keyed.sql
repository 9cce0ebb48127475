-- Sums with clean addresses and the number of the row of the click table they belong to.
WITH cleaned AS (
    SELECT
        t.what, t.page, t.target, t.chain, t.element, t.text, t.role, t.kind, t.device, t.channel, t.campaign,
        t.x, t.y, t.n, t.n_rows, t.first_day, t.last_day, t.told_text, t.told_role,
        coalesce(p.clean, '') AS clean_page,
        coalesce(a.clean, '') AS clean_target,
        coalesce(nullif(t.told_element, ''), nullif(a.clean, ''), nullif(t.told_target, ''), nullif(t.told_text, ''),
                 '(unknown element)') AS clean_element
    FROM targeted AS t
    LEFT JOIN addresses AS p ON p.raw = t.page AND p.base = ''
    LEFT JOIN addresses AS a ON a.raw = t.told_target AND a.base = t.base
)
SELECT
    CASE
        WHEN clean_page = '' AND what = 'view' THEN 'view of no page'
        WHEN clean_page = '' AND what IN ('click', 'click and dead', 'dead', 'rage') THEN 'click without the page it was made on'
        ELSE what
    END AS what,
    what AS raw_what, page, target, chain, element, text, role, kind, device, channel, campaign, x, y,
    n, n_rows, CAST(0 AS BIGINT) AS shown, first_day, last_day, told_text, told_role, clean_page, clean_target, clean_element,
    dense_rank() OVER (ORDER BY clean_page, clean_element, kind, device, channel, clean_target) AS id
FROM cleaned
