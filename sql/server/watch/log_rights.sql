-- The functions that reading the server's log takes and the user may not call; null if it may.

SELECT string_agg(function, ', ') AS lacking
FROM unnest(ARRAY[
    'pg_current_logfile()',
    'pg_stat_file(text, boolean)',
    'pg_read_binary_file(text, bigint, bigint, boolean)'
]) AS function
WHERE NOT has_function_privilege(function, 'EXECUTE');
