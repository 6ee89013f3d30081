-- Gives this session a setting of its own.
--   psql -v name=gp_appendonly_insert_files -v value=1 -f sql/set.sql

SET :"name" = :'value';
