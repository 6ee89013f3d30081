/**
 * Benchmarks that prove the suite itself: its inserts beside psql's, its gpfdist beside the
 * cluster's own, what profilers cost, how fast rows are made, how long its commands take.
 * Simulations of error rates are in the tests' package of the same name. Start with {@link
 * storagebench.proof.PsqlStatementBenchmark}.
 */
package storagebench.proof;
