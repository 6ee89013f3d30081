-- AO: append-optimized rows.
--   psql -v table=cdr_ao -f sql/variant/ao.sql

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.call_detail_record)
USING ao_row
WITH (compresstype = zstd, compresslevel = 5)
DISTRIBUTED BY (call_id);
