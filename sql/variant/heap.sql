-- HEAP: PostgreSQL's own row store, not compressed. The baseline, and the only variant of plain
-- PostgreSQL. On a cluster the distribution comes with LIKE.
--   psql -v table=cdr_heap -v template=call_detail_record -f sql/variant/heap.sql

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.:template)
USING heap;
