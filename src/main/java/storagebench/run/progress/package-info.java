/**
 * How a run is shown while it goes on, on a terminal and in a log, and what time it is expected to
 * take. Start with {@link storagebench.run.progress.Progress}.
 */
package storagebench.run.progress;
