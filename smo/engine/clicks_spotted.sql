-- Places of clicks, as written, with the number of their spot.
SELECT f.page, f.target, f.chain, s.spot
FROM found AS f
INNER JOIN spots AS s
    ON s.clean_page = f.clean_page AND s.clean_target = f.clean_target AND s.aim = f.aim
    AND s.chain_element = f.chain_element AND s.chain_text = f.chain_text AND s.chain_role = f.chain_role
