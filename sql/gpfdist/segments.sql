-- How many segments will ask for rows, and by which address the server knows the client, which is
-- that of the client's own machine unless something on the way translates addresses.
--   psql -f sql/gpfdist/segments.sql

SELECT count(*) AS primaries, host(inet_client_addr()) AS client
FROM pg_catalog.gp_segment_configuration
WHERE role = 'p' AND content >= 0;
