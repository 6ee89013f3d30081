/**
 * How the figures of a cell on both sides become a verdict: pure functions of samples, margins and
 * error rates. Start with {@link storagebench.compare.verdict.Judge} and {@link
 * storagebench.compare.verdict.Rule}.
 */
package storagebench.compare.verdict;
