-- AO as in sql/variant/ao.sql, and about 5 % more work for each row: a check that hashes the key of
-- those at the lower cell towers, which are numbered evenly from 1 to 10000. More towers, more work.
--   psql -v table=cdr_ao -f results/reference/duel/more-work.sql

CREATE TABLE storage_bench.:"table" (
    LIKE storage_bench.call_detail_record,
    CHECK (cell_tower_id > 2800 OR md5(call_id) <> ''))
USING ao_row
WITH (compresstype = zstd, compresslevel = 5)
DISTRIBUTED BY (call_id);
