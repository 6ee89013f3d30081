package storagebench.benchmark;

import storagebench.storage.Footprint;
import storagebench.workload.Digest;

/**
 * What is known after an iteration.
 *
 * @param clock what it inserted and how long that took
 * @param sent all rows sent to the table so far
 * @param footprint the table's sizes now
 */
record IterationFacts(IterationClock.Reading clock, Digest sent, Footprint footprint) {}
