-- Whether the schema has a table.
--   psql -v table=workload_1 -f sql/source/exists.sql

SELECT to_regclass('storage_bench.' || quote_ident(:'table')) IS NOT NULL AS present;
