-- Bytes of a PAX table over all segments. Auxiliary: what the table keeps beside its files, and, in
-- the second statement, the list of those files, which pg_table_size does not count. The two are
-- added up. The list is looked up in the catalog because only superusers may name it.
--   psql -v table=cdr_pax -f sql/size/pax.sql

SELECT pg_relation_size(('storage_bench.' || :'table')::regclass) AS table_bytes,
       pg_indexes_size(('storage_bench.' || :'table')::regclass) AS index_bytes,
       pg_table_size(('storage_bench.' || :'table')::regclass)
           - pg_relation_size(('storage_bench.' || :'table')::regclass) AS auxiliary_bytes;

SELECT pg_total_relation_size(list.oid) AS auxiliary_bytes
FROM pg_catalog.pg_class AS list
JOIN pg_catalog.pg_namespace ON pg_namespace.oid = list.relnamespace
WHERE nspname = 'pg_ext_aux'
  AND relname = 'pg_pax_blocks_' || ('storage_bench.' || :'table')::regclass::oid;
