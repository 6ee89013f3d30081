-- Says that the tables of a phase are there, in the transaction that creates them; parameters: the
-- stream, the phase.

INSERT INTO storage_bench.stream_phase (run, phase, finished)
VALUES (?, ?, false);
