-- AOCO: append-optimized columns.
--   psql -v table=cdr_aoco -f sql/variant/aoco.sql

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.call_detail_record)
USING ao_column
WITH (compresstype = zstd, compresslevel = 5)
DISTRIBUTED BY (call_id);
