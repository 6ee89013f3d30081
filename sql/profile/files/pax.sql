-- The files of a PAX table, from the list of them that it keeps on every segment.
--   psql -v list=pg_ext_aux.pg_pax_blocks_4711 -f sql/profile/files/pax.sql

SELECT count(*) AS files, sum(pttupcount) AS row_count, sum(ptblocksize) AS bytes
FROM gp_dist_random(:'list');
