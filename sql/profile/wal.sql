-- How much write-ahead log the instance has written since its birth, and its last checkpoint.

SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') AS bytes,
       (SELECT checkpoint_lsn::text FROM pg_control_checkpoint()) AS checkpoint;
