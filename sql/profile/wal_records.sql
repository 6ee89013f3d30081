-- Records and full-page images of the write-ahead log; a view that came with PostgreSQL 14.

SELECT wal_records AS records, wal_fpi AS images
FROM pg_catalog.pg_stat_wal;
