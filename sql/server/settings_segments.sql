-- Settings of this session in the processes that insert on the segments of a cluster: segment, name,
-- value. A name that depends on a row of the segment makes the segment look it up; the coordinator
-- would answer for all otherwise. COPY is always sent as a simple query: for one in the extended
-- protocol the cluster starts other processes, which have other settings.
--   psql -v names='{fsync,work_mem}' -f sql/server/settings_segments.sql

COPY (
    SELECT gp_execution_segment(),
           name,
           coalesce(current_setting(name || substr(gpname::text, 1, 0), true), 'absent')
    FROM gp_dist_random('gp_id'),
         unnest(:'names'::text[]) AS name
) TO STDOUT WITH (FORMAT csv);
