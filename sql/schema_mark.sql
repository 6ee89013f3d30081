-- The comment by which the suite knows its own schema; no row where there is no such schema.

SELECT obj_description(oid, 'pg_namespace') AS mark
FROM pg_catalog.pg_namespace
WHERE nspname = 'storage_bench';
