-- How many segments will ask for rows, by which address the server knows the client, which is that of
-- the client's own machine unless something on the way translates addresses, and as whom, for an
-- ALTER ROLE.
--   psql -f sql/gpfdist/segments.sql

SELECT count(*) AS primaries, host(inet_client_addr()) AS client, quote_ident(current_user) AS session_role
FROM pg_catalog.gp_segment_configuration
WHERE role = 'p' AND content >= 0;
