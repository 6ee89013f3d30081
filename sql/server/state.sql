-- Whether the server takes writes, whether this client runs on its machine (both ends of the
-- connection then have one address, or none in a Unix socket), and who else is working on it now.

SELECT version() AS version,
       pg_is_in_recovery() AS recovering,
       current_setting('transaction_read_only')::boolean AS read_only,
       inet_server_addr() IS NOT DISTINCT FROM inet_client_addr() AS shares_machine,
       (SELECT count(*)
        FROM pg_catalog.pg_stat_activity
        WHERE state = 'active'
          AND backend_type = 'client backend'
          AND pid <> pg_backend_pid()) AS active_sessions;
