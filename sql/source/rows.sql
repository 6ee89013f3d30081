-- The first rows of a table, numbered, so that batches can be taken from them.
--   psql -v table=staged_1 -v relation=public.orders -v row_order=ctid -v rows=1000000 -f sql/source/rows.sql

CREATE TABLE storage_bench.:"table"
USING heap
WITH (autovacuum_enabled = false)
AS SELECT row_number() OVER () - 1 AS number_of_row, ordered.*
FROM (SELECT whole_row.* FROM :relation AS whole_row ORDER BY :row_order LIMIT :rows) AS ordered;
