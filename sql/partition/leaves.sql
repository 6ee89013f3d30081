-- The partitions that hold the rows of a partitioned table; none for any other table.
--   psql -v table=cdr_ao -f sql/partition/leaves.sql

SELECT relname
FROM pg_catalog.pg_partition_tree(('storage_bench.' || quote_ident(:'table'))::regclass) AS tree
JOIN pg_catalog.pg_class ON pg_class.oid = tree.relid
WHERE isleaf AND tree.relid <> ('storage_bench.' || quote_ident(:'table'))::regclass
ORDER BY relname;
