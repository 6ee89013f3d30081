-- What is asked of the columns of a template: their list, the statement that inserts a row whose values
-- are bound as text, the query that gives a batch as text, and, for PAX, the indexed columns.
--   psql -v table=workload_1 -v relation=public.orders -f sql/source/columns.sql

SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS list,
       string_agg('?::' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum) AS bound,
       string_agg(quote_ident(attname) || '::text', ', ' ORDER BY attnum) AS texts,
       coalesce(string_agg(attname, ',' ORDER BY attnum) FILTER (WHERE indexed), '') AS minmax_columns,
       coalesce(string_agg(attname, ',' ORDER BY attnum) FILTER (WHERE indexed AND typcategory = 'S'), '') AS bloomfilter_columns
FROM pg_catalog.pg_attribute
JOIN pg_catalog.pg_type ON pg_type.oid = atttypid,
     LATERAL (SELECT attname ~ '^[a-z_][a-z0-9_]*$'
                     AND EXISTS (SELECT FROM pg_catalog.pg_index JOIN pg_catalog.pg_attribute AS key
                                 ON key.attrelid = indrelid AND key.attnum = indkey[0]
                                 WHERE indrelid = :'relation'::regclass AND key.attname = pg_attribute.attname) AS indexed) AS asked
WHERE attrelid = ('storage_bench.' || quote_ident(:'table'))::regclass
  AND pg_attribute.attnum > 0
  AND NOT attisdropped;
