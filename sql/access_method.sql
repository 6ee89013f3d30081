-- The access method of a table of the suite; no row for a table without one.
--   psql -v table=cdr_ao -f sql/access_method.sql

SELECT amname
FROM pg_catalog.pg_class
JOIN pg_catalog.pg_am ON pg_am.oid = relam
WHERE pg_class.oid = ('storage_bench.' || quote_ident(:'table'))::regclass;
