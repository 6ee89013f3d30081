-- The segment files of an AOCO table that hold rows: one for each column, which all have the same
-- rows.
--   psql -v table=cdr_aoco -f sql/profile/files/ao_column.sql

SELECT count(*) AS files,
       sum(tupcount) FILTER (WHERE column_num = 0) AS row_count,
       sum(eof) AS bytes
FROM gp_toolkit.__gp_aocsseg(('storage_bench.' || :'table')::regclass)
WHERE tupcount > 0;
