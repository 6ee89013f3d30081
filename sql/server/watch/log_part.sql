-- A part of the server's log.

SELECT pg_read_file(:'file', :'from'::bigint, :'bytes'::bigint) AS text;
