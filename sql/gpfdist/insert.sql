-- The measured statement of gpfdist: one batch, which the segments fetch, into the table under test.
--   psql -v table=cdr_ao -f sql/gpfdist/insert.sql

INSERT INTO storage_bench.:"table"
SELECT * FROM pg_temp.gpfdist_batch;
