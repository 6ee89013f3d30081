-- A setting of this session; null where the server has none of that name.
--   psql -v name=work_mem -f sql/server/setting.sql

SELECT current_setting(:'name', true) AS setting;
