-- When the server was started: another time is another server. No row from a coordinator in utility
-- mode, which knows no segments; plain PostgreSQL knows no roles.

SELECT pg_postmaster_start_time()
WHERE coalesce(current_setting('gp_role', true), 'dispatch') = 'dispatch';
