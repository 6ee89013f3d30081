-- On a cluster: the clause by which a table's rows are spread over the segments.
--   psql -v table=workload_1 -f sql/source/distribution.sql

SELECT pg_get_table_distributedby(('storage_bench.' || quote_ident(:'table'))::regclass) AS distribution;
