-- Addresses of searches with the number of their canonical form.
SELECT raw, clean, dense_rank() OVER (ORDER BY clean) AS lead FROM addresses WHERE clean <> ''
