-- What tells this server from all others, and this database: two addresses may lead to one.

SELECT pg_postmaster_start_time()::text AS server,
       pg_postmaster_start_time()::text || ' ' || oid AS database
FROM pg_database
WHERE datname = current_database();
