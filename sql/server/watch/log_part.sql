-- A part of the server's log; null where the file is gone. As bytes, because a part may begin or end
-- within a character.

SELECT pg_read_binary_file(:'file', :'from'::bigint, :'bytes'::bigint, true) AS part;
