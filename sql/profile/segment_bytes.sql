-- Bytes of a table's data on every segment of a cluster.
--   psql -v table=cdr_ao -f sql/profile/segment_bytes.sql

SELECT gp_execution_segment() AS content,
       pg_relation_size(('storage_bench.' || :'table')::regclass) AS bytes
FROM gp_dist_random('gp_id');
