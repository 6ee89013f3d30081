/**
 * A run: trials in rounds on a server that is checked between them, until enough is measured or the
 * budget is spent. Runs and duels differ in what they give it. Start with {@link
 * storagebench.run.BenchmarkRun}.
 */
package storagebench.run;
