-- Keeps a second run out of the schema until this session ends. The number has no meaning.

SELECT pg_try_advisory_lock(20250101) AS locked;
