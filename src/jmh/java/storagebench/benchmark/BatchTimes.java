package storagebench.benchmark;

/**
 * When one batch was inserted and committed, by {@link System#nanoTime()}.
 *
 * @param begun before the statement
 * @param executed between statement and commit
 * @param committed after the commit
 */
record BatchTimes(long begun, long executed, long committed) {}
