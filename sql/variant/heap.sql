-- HEAP: PostgreSQL's own row store, not compressed. The baseline, and the only variant of plain
-- PostgreSQL. On a cluster the distribution by call_id comes with LIKE.
--   psql -v table=cdr_heap -f sql/variant/heap.sql

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.call_detail_record)
USING heap;
