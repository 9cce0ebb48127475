-- Every distinct place of clicks once cleaned, numbered: of spots on one page, and on one page with one target, too.
WITH spot AS (
    SELECT DISTINCT clean_page, clean_target, aim, chain_element, chain_text, chain_role FROM found
)
SELECT
    row_number() OVER (ORDER BY clean_page, clean_target, aim, chain_element, chain_text, chain_role) AS spot,
    dense_rank() OVER (ORDER BY clean_page) AS page_id,
    dense_rank() OVER (ORDER BY clean_page, clean_target) AS link_id,
    clean_page, clean_target, aim, chain_element, chain_text, chain_role
FROM spot
