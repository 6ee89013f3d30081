-- Bytes of a PAX table over all segments. Auxiliary: what the table keeps beside its files, and, in
-- the second statement, the list of those files, which pg_table_size does not count. The two are
-- added up.
--   psql -v table=cdr_pax -f sql/size/pax.sql

SELECT pg_relation_size(('storage_bench.' || :'table')::regclass) AS table_bytes,
       pg_indexes_size(('storage_bench.' || :'table')::regclass) AS index_bytes,
       pg_table_size(('storage_bench.' || :'table')::regclass)
           - pg_relation_size(('storage_bench.' || :'table')::regclass) AS auxiliary_bytes;

SELECT pg_total_relation_size(
           ('pg_ext_aux.pg_pax_blocks_' || ('storage_bench.' || :'table')::regclass::oid)::regclass
       ) AS auxiliary_bytes;
