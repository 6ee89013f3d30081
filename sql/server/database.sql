-- What tells this database of this server from all others: two addresses may lead to one.

SELECT pg_postmaster_start_time()::text || ' ' || oid AS database
FROM pg_database
WHERE datname = current_database();
