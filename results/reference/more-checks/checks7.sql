-- AO as in sql/variant/ao.sql, and 7 columns checked for each row.
--   psql -v table=cdr_ao -f results/reference/more-checks/checks7.sql

CREATE TABLE storage_bench.:"table" (
    LIKE storage_bench.call_detail_record,
    CHECK (call_hour BETWEEN 0 AND 23),
    CHECK (duration_seconds >= 0),
    CHECK (termination_code >= 0),
    CHECK (cell_tower_id BETWEEN 1 AND 10000),
    CHECK (call_type IN ('voice', 'sms', 'data')),
    CHECK (network_type IN ('4G', '5G', '5G-mmWave')),
    CHECK (billing_amount >= 0))
USING ao_row
WITH (compresstype = zstd, compresslevel = 5, blocksize = 32768)
DISTRIBUTED BY (call_id);
