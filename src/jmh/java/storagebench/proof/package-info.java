/**
 * What proves the suite itself: benchmarks beside psql and of its own commands, and simulations of
 * its error rates.
 */
package storagebench.proof;
