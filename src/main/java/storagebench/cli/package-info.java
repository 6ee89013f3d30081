/**
 * The commands of the jar and their options. A command reads its options, calls the package that
 * does the work, and turns the outcome into an exit code; there is no other logic here. It may know
 * every package, and none knows it. Start with {@link storagebench.cli.Main} and {@link
 * storagebench.cli.BenchmarkCommand}.
 */
package storagebench.cli;
