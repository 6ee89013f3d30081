/**
 * Where rows come from: call detail records, each a pure function of its number, their encodings,
 * checksums, and the batches of a day of traffic. It knows nothing of databases. Start with {@link
 * storagebench.workload.CallStream}.
 */
package storagebench.workload;
