-- AOCO: append-optimized columns.
--   psql -v table=cdr_aoco -v template=call_detail_record -v 'distribution=DISTRIBUTED BY (call_id)' -f sql/variant/aoco.sql

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.:template)
USING ao_column
WITH (compresstype = zstd, compresslevel = 5)
:distribution;
