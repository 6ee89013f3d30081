-- The statement of multiRowInsert, for the driver's batches; columns.sql says what is bound.
--   psql -v table=trial_1 -v bound='?::integer, ?::text' -f sql/source/insert.sql

INSERT INTO storage_bench.:"table"
VALUES (:bound);
