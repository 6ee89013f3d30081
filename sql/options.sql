-- The options that the catalog of a cluster holds for a table, as name=value: those of the table,
-- those by which an append-optimized table is written, and those of its columns. Not every version
-- keeps all of them in pg_appendonly.
--   psql -v table=cdr_ao -f sql/options.sql

SELECT unnest(reloptions) AS option
FROM pg_catalog.pg_class
WHERE oid = ('storage_bench.' || quote_ident(:'table'))::regclass
UNION
SELECT name || '=' || value
FROM pg_catalog.pg_appendonly, jsonb_each_text(to_jsonb(pg_appendonly)) AS written (name, value)
WHERE relid = ('storage_bench.' || quote_ident(:'table'))::regclass
  AND name IN ('compresstype', 'compresslevel', 'blocksize')
UNION
SELECT unnest(attoptions)
FROM pg_catalog.pg_attribute_encoding
JOIN pg_catalog.pg_appendonly ON relid = attrelid
WHERE relid = ('storage_bench.' || quote_ident(:'table'))::regclass
ORDER BY option;
