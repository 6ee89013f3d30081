-- AO: append-optimized rows.
--   psql -v table=cdr_ao -v template=call_detail_record -v 'distribution=DISTRIBUTED BY (call_id)' -f sql/variant/ao.sql

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.:template)
USING ao_row
WITH (compresstype = zstd, compresslevel = 5)
:distribution;
