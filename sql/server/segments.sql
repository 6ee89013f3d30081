-- The instances of a cluster: content -1 is the coordinator.

SELECT content, role = 'p' AS is_primary, status = 'u' AS is_up, hostname, port
FROM pg_catalog.gp_segment_configuration
ORDER BY content, role DESC;
