-- How far a phase is; no row before its tables are there. Parameters: the stream, the phase.

SELECT finished
FROM storage_bench.stream_phase
WHERE run = ? AND phase = ?;
