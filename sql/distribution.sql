-- On a cluster, after schema.sql: rows are spread over the segments by call_id. Tables made like
-- this one inherit it.

ALTER TABLE storage_bench.call_detail_record SET DISTRIBUTED BY (call_id);
