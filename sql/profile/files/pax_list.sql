-- The list of files that a PAX table keeps. Reading it needs USAGE on its schema.
--   psql -v table=cdr_pax -f sql/profile/files/pax_list.sql

SELECT 'pg_ext_aux.pg_pax_blocks_' || ('storage_bench.' || :'table')::regclass::oid AS list;
