-- The five indexes of the "with indexes" case, built before the batches. Names are the server's.
--   psql -v table=cdr_ao -f sql/indexes.sql

CREATE INDEX ON storage_bench.:"table" USING btree (call_timestamp);
CREATE INDEX ON storage_bench.:"table" USING btree (caller_number);
CREATE INDEX ON storage_bench.:"table" USING btree (callee_number);
CREATE INDEX ON storage_bench.:"table" USING btree (cell_tower_id);
CREATE INDEX ON storage_bench.:"table" USING btree (call_date);
