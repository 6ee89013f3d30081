-- Bytes of an AO table before compression, as the server counts them, over all segments.
--   psql -v table=cdr_ao -f sql/size/uncompressed/ao_row.sql

SELECT sum(eof_uncompressed)::bigint AS uncompressed_bytes
FROM gp_toolkit.__gp_aoseg(('storage_bench.' || :'table')::regclass);
