-- A table, view or foreign table that is to be a workload, and how its rows are put into a stable order:
-- by their place, across the segments, or, where they have none, by their text. No row if there is none
-- of that name.
--   psql -v name=public.orders -f sql/source/find.sql

SELECT format('%I.%I', nspname, relname) AS relation,
       relkind IN ('r', 'p', 'v', 'm', 'f') AS has_rows,
       has_table_privilege(pg_class.oid, 'SELECT') AS readable,
       columns,
       definition,
       coalesce((SELECT string_agg(attname, ', ' ORDER BY attname = 'gp_segment_id', attname DESC)
                 FROM pg_catalog.pg_attribute
                 WHERE attrelid = pg_class.oid AND relkind <> 'f'
                   AND attnum < 0 AND attname IN ('tableoid', 'ctid', 'gp_segment_id')),
                'whole_row::text COLLATE "C"') AS row_order
FROM pg_catalog.pg_class
JOIN pg_catalog.pg_namespace ON pg_namespace.oid = relnamespace,
     LATERAL (SELECT count(*) AS columns,
                     md5(string_agg(concat_ws(' ', quote_ident(attname), format_type(atttypid, atttypmod), attnotnull),
                                    ',' ORDER BY attnum)) AS definition
              FROM pg_catalog.pg_attribute
              WHERE attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped) AS attributes
WHERE pg_class.oid = to_regclass(:'name');
