package storagebench.profile;

/**
 * The time in which a batch was inserted, by {@link System#nanoTime()}: from the first statement to
 * the last commit of all sessions that were inserting at once.
 *
 * @param begun before the first statement
 * @param executed after the last statement, before its commit
 * @param committed after the last commit
 * @param rows rows inserted in it
 */
public record BatchWindow(long begun, long executed, long committed, long rows) {}
