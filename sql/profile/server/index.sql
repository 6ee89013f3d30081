-- Counters of pg_stat_all_indexes for a table of the suite; those that a
-- coordinator knows, on a cluster.
--   psql -v table=cdr_heap -f sql/profile/server/index.sql

SELECT to_jsonb(counters)
FROM pg_catalog.pg_stat_all_indexes AS counters
WHERE schemaname = 'storage_bench' AND relname = :'table';
