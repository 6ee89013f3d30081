-- The segment files of an AO table that hold rows.
--   psql -v table=cdr_ao -f sql/profile/files/ao_row.sql

SELECT count(*) AS files, sum(tupcount) AS row_count, sum(eof) AS bytes
FROM gp_toolkit.__gp_aoseg(('storage_bench.' || :'table')::regclass)
WHERE tupcount > 0;
