-- AO as in sql/variant/ao.sql, and 10 columns checked for each row.
--   psql -v table=cdr_ao -f results/reference/more-checks/checks10.sql

CREATE TABLE storage_bench.:"table" (
    LIKE storage_bench.call_detail_record,
    CHECK (call_hour BETWEEN 0 AND 23),
    CHECK (duration_seconds >= 0),
    CHECK (termination_code >= 0),
    CHECK (cell_tower_id BETWEEN 1 AND 10000),
    CHECK (call_type IN ('voice', 'sms', 'data')),
    CHECK (network_type IN ('4G', '5G', '5G-mmWave')),
    CHECK (billing_amount >= 0),
    CHECK (rate_plan_id BETWEEN 1 AND 50),
    CHECK (call_quality_mos BETWEEN 1 AND 5),
    CHECK (packet_loss_percent BETWEEN 0 AND 100))
USING ao_row
WITH (compresstype = zstd, compresslevel = 5, blocksize = 32768)
DISTRIBUTED BY (call_id);
