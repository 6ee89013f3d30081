-- Writes all dirty pages now, on a cluster those of every segment too, rather than during the next
-- measurement.

CHECKPOINT;
