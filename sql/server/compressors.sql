-- What append-optimized tables of a cluster can be compressed with.

SELECT compname
FROM pg_catalog.pg_compression
ORDER BY compname;
