-- What a table of the suite is and its access method, null where it has none; no row if there is none
-- of that name.
--   psql -v table=cdr_ao -f sql/access_method.sql

SELECT relkind, amname
FROM pg_catalog.pg_class
JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
LEFT JOIN pg_catalog.pg_am ON pg_am.oid = relam
WHERE nspname = 'storage_bench' AND relname = :'table';
