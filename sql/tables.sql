-- The suite's tables whose names begin with a prefix.
--   psql -v prefix=trial_ -f sql/tables.sql

SELECT relname
FROM pg_catalog.pg_class
WHERE relnamespace = 'storage_bench'::regnamespace
  AND relkind IN ('r', 'p')
  AND NOT relispartition
  AND starts_with(relname, :'prefix')
ORDER BY relname;
