-- The table access methods of the server: the variants it can store depend on them.

SELECT amname
FROM pg_catalog.pg_am
WHERE amtype = 't'
ORDER BY amname;
