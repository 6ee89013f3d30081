-- Sends a query to every segment of a cluster; an error if one does not answer.

SELECT count(*)
FROM gp_dist_random('pg_catalog.pg_am');
