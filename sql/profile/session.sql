-- How the server's views name this session: by process, and on a cluster by a number that its
-- processes on all segments share.

SELECT pg_backend_pid() AS pid, current_setting('gp_session_id', true)::integer AS session;
