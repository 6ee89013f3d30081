-- Rows of a table on every segment of a cluster.
--   psql -v table=cdr_ao -f sql/profile/segment_rows.sql

SELECT gp_segment_id AS content, count(*) AS row_count
FROM storage_bench.:"table"
GROUP BY gp_segment_id;
