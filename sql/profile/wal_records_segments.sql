-- The same on every segment of a cluster.

SELECT gp_execution_segment() AS content,
       (SELECT wal_records FROM pg_stat_get_wal() WHERE gp_segment_id IS NOT NULL) AS records,
       (SELECT wal_fpi FROM pg_stat_get_wal() WHERE gp_segment_id IS NOT NULL) AS images
FROM gp_dist_random('gp_id');
