/**
 * The server under test: where it is found or started, what it can do, which settings it has on
 * every segment, and what happens on it meanwhile. SQL is read here from {@code sql/}. It knows no
 * tables, no runs and no results. Start with {@link storagebench.server.TargetFinder} and {@link
 * storagebench.server.Server}.
 */
package storagebench.server;
