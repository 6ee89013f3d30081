-- Bytes of a HEAP table over all segments. Auxiliary: free space and visibility maps, TOAST.
--   psql -v table=cdr_heap -f sql/size/heap.sql

SELECT pg_relation_size(('storage_bench.' || :'table')::regclass) AS table_bytes,
       pg_indexes_size(('storage_bench.' || :'table')::regclass) AS index_bytes,
       pg_table_size(('storage_bench.' || :'table')::regclass)
           - pg_relation_size(('storage_bench.' || :'table')::regclass) AS auxiliary_bytes;
