-- A table and its indexes, by the numbers that the statistics functions know.
--   psql -v table=cdr_heap -f sql/profile/server/relations.sql

SELECT oid::bigint AS relation
FROM pg_catalog.pg_class
WHERE oid = ('storage_bench.' || :'table')::regclass
UNION ALL
SELECT indexrelid::bigint
FROM pg_catalog.pg_index
WHERE indrelid = ('storage_bench.' || :'table')::regclass;
