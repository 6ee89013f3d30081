-- The same on every segment of a cluster, where a session has processes of its own.
--   psql -v sessions='{42}' -f sql/profile/use_segments.sql

SELECT gp_execution_segment() AS content,
       pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') AS bytes,
       (SELECT string_agg(pid::text, ',')
        FROM pg_stat_get_activity(NULL)
        WHERE sess_id = ANY (:'sessions'::integer[]) AND gp_segment_id IS NOT NULL) AS pids
FROM gp_dist_random('gp_id');
