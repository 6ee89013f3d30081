-- All that a user's file could make instead of, or beside, the table under test.
--   psql -f sql/relations.sql

SELECT format('%I.%I', nspname, relname) AS relation
FROM pg_catalog.pg_class
JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace
WHERE relkind IN ('r', 'p', 'v', 'm', 'f')
  AND nspname !~ '^pg_' AND nspname <> 'information_schema';
