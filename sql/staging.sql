-- A table that one batch waits in. Only the suite writes it, once, so nothing needs to vacuum it.
--   psql -v table=staged_1 -f sql/staging.sql

CREATE TABLE storage_bench.:"table" (LIKE storage_bench.call_detail_record)
WITH (autovacuum_enabled = false);
