-- Bytes of an AO table over all segments. Auxiliary: segment-file list, visibility map, block
-- directory.
--   psql -v table=cdr_ao -f sql/size/ao_row.sql

SELECT pg_relation_size(('storage_bench.' || :'table')::regclass) AS table_bytes,
       pg_indexes_size(('storage_bench.' || :'table')::regclass) AS index_bytes,
       pg_table_size(('storage_bench.' || :'table')::regclass)
           - pg_relation_size(('storage_bench.' || :'table')::regclass) AS auxiliary_bytes;
