-- How much write-ahead log the instance has written since its birth, and the processes that
-- sessions have there.
--   psql -v pids='{4711}' -f sql/profile/use.sql

SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') AS bytes,
       array_to_string(:'pids'::integer[], ',') AS pids;
