-- The rows of a staged batch as text; columns.sql gives the list.
--   psql -v table=staged_1 -v texts='id::text' -f sql/source/texts.sql

SELECT :texts FROM storage_bench.:"table";
