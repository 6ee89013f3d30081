-- For the user's queries: names are looked for among the tables of the race first.
--   psql -f sql/query_path.sql

SELECT set_config('search_path', concat_ws(', ', 'storage_bench', nullif(current_setting('search_path'), '')), false);
