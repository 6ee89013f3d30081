-- Bytes of an AOCO table before compression, as the server counts them, over all segments.
--   psql -v table=cdr_aoco -f sql/size/uncompressed/ao_column.sql

SELECT sum(eof_uncompressed)::bigint AS uncompressed_bytes
FROM gp_toolkit.__gp_aocsseg(('storage_bench.' || :'table')::regclass);
