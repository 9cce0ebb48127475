-- Every distinct chain of elements, to be parsed once.
SELECT DISTINCT chain FROM places WHERE chain <> ''
