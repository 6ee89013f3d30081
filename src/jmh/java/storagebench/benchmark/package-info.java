/**
 * The measured classes and their states. Inside the clock is a statement and its commit; everything
 * else is before or after. Start with {@link storagebench.benchmark.InsertSelectBenchmark} and
 * {@link storagebench.benchmark.SessionState}.
 */
package storagebench.benchmark;
