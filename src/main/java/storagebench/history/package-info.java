/**
 * A year of nights: what is kept of each, in a folder that lives in git, and what changed in the
 * newest. It reads runs as comparisons do and prints nothing. Start with {@link
 * storagebench.history.History}, and with {@link storagebench.history.Night} for what is kept.
 */
package storagebench.history;
