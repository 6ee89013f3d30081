-- The btree indexes of a table as they would be built on a table under test, none of them unique: a
-- workload with few rows repeats them.
--   psql -v relation=public.orders -f sql/source/indexes.sql

SELECT 'CREATE INDEX ON storage_bench.:' || quote_ident('table')
           || substr(definition, strpos(definition, ' USING btree ')) AS definition
FROM pg_catalog.pg_index,
     LATERAL (SELECT pg_get_indexdef(indexrelid) AS definition) AS index
WHERE indrelid = :'relation'::regclass
  AND indisvalid
  AND strpos(definition, ' USING btree ') > 0
ORDER BY indexrelid;
