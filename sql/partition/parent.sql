-- A table whose rows lie in one partition for each hour. It has no rows of its own: each partition
-- is a table of the variant, made by its file in sql/variant/ and attached by attach.sql.
--   psql -v table=cdr_ao -f sql/partition/parent.sql

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.call_detail_record)
PARTITION BY RANGE (call_date, call_hour);
