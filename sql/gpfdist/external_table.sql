-- What the segments read batches from. It goes with the session, as what it reads does. A format of
-- TEXT has the defaults of COPY's text format, so it takes the bytes that copy sends. A session that
-- goes on with other tables makes it anew.
--   psql -v template=call_detail_record -v locations="'gpfdist://192.0.2.7:8080/batch'" \
--     -f sql/gpfdist/external_table.sql

DROP EXTERNAL TABLE IF EXISTS pg_temp.gpfdist_batch;

CREATE READABLE EXTERNAL TEMP TABLE gpfdist_batch (LIKE storage_bench.:"template")
LOCATION (:locations)
FORMAT 'TEXT';
