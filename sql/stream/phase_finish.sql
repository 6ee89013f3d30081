-- Says that all batches of a phase are in and verified; parameters: the stream, the phase.

UPDATE storage_bench.stream_phase
SET finished = true
WHERE run = ? AND phase = ?;
