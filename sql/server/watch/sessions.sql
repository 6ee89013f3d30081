-- Who else is at work on the server now. Without pg_read_all_stats one sees one's own user only.

SELECT format('session of user %s (%s) at work', usename, application_name) AS event,
       count(*) AS count
FROM pg_catalog.pg_stat_activity
WHERE state = 'active'
  AND pid <> pg_backend_pid()
  AND application_name NOT LIKE 'storage_bench%'
GROUP BY usename, application_name;
