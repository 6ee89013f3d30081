-- What a stream was begun with; parameter: the stream.

SELECT plan
FROM storage_bench.stream_run
WHERE run = ?;
