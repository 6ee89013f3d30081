/**
 * Estimates, intervals and tests. It knows nothing of databases, benchmarks or tables; every class
 * names its source. Start with {@link storagebench.statistics.Estimate} and {@link
 * storagebench.statistics.RatioEstimate}.
 */
package storagebench.statistics;
