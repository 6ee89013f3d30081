-- Whether the server takes writes, and who else is working on it now.

SELECT version() AS version,
       pg_is_in_recovery() AS recovering,
       current_setting('transaction_read_only')::boolean AS read_only,
       (SELECT count(*)
        FROM pg_catalog.pg_stat_activity
        WHERE state = 'active'
          AND backend_type = 'client backend'
          AND pid <> pg_backend_pid()) AS active_sessions;
