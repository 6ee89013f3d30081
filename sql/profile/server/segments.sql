-- Blocks of a table and its indexes that the segments of a cluster asked for, read from their
-- buffers, and looked up in indexes. The views behind these functions cannot be read on segments.
--   psql -v relations='{4711}' -f sql/profile/server/segments.sql

SELECT (SELECT jsonb_build_object(
                   'blocks_fetched', sum(pg_stat_get_blocks_fetched(relation)),
                   'blocks_hit', sum(pg_stat_get_blocks_hit(relation)),
                   'index_scans', sum(pg_stat_get_numscans(relation)),
                   'tuples_inserted', sum(pg_stat_get_tuples_inserted(relation)))
        FROM unnest(:'relations'::oid[]) AS relation
        WHERE gp_segment_id IS NOT NULL)
FROM gp_dist_random('gp_id');
