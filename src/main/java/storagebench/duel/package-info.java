/**
 * A duel: two sides in the same trials, batch by batch in turns, and what became of them. It is a
 * run with a measurement and a goal of its own. Start with {@link storagebench.duel.Duel}.
 */
package storagebench.duel;
