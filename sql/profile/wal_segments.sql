-- The same on every segment of a cluster.

SELECT gp_execution_segment() AS content,
       pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') AS bytes,
       (SELECT checkpoint_lsn::text
        FROM pg_control_checkpoint()
        WHERE gp_segment_id IS NOT NULL) AS checkpoint
FROM gp_dist_random('gp_id');
