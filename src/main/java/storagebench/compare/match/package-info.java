/**
 * Which cell of the candidate is compared with which of the baseline, and what makes them not
 * comparable. Start with {@link storagebench.compare.match.Matching}.
 */
package storagebench.compare.match;
