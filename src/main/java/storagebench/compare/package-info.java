/**
 * A comparison of two builds or two sides of a duel: cells matched, judged and put into tables. It
 * sees no database and prints nothing. Start with {@link storagebench.compare.Comparison}.
 */
package storagebench.compare;
