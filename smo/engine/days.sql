-- First and last day of the source, of those that are days.
SELECT min(day) AS first_day, max(day) AS last_day
FROM (SELECT DISTINCT day FROM hits) AS days
WHERE day LIKE '____-__-__'
