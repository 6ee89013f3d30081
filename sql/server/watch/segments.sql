-- The instances of a cluster that are down.

SELECT format('%s of segment %s at %s:%s down',
              CASE role WHEN 'p' THEN 'primary' ELSE 'mirror' END, content, hostname, port) AS event,
       1 AS count
FROM pg_catalog.gp_segment_configuration
WHERE status <> 'u';
