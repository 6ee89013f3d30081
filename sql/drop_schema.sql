-- The end of clean. No CASCADE: if somebody else put something here, the schema stays.

DROP TABLE IF EXISTS storage_bench.staged_batch;
DROP TABLE IF EXISTS storage_bench.call_detail_record;
DROP SCHEMA storage_bench;
