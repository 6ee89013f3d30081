package storagebench.benchmark;

import java.util.List;
import storagebench.storage.Footprint;
import storagebench.storage.Ingest;
import storagebench.workload.Digest;

/**
 * What is known after an iteration.
 *
 * @param clock what it inserted and how long that took
 * @param sent all rows sent to the table so far
 * @param footprint the table's sizes now
 * @param figures what only one benchmark takes
 */
record IterationFacts(
    IterationClock.Reading clock, Digest sent, Footprint footprint, List<Ingest.Figure> figures) {}
