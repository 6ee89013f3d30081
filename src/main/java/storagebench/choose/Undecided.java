package storagebench.choose;

import storagebench.statistics.Estimate;

/**
 * Two of which it is open whether the larger is faster, and whether by more than the margin.
 *
 * @param smaller or as large
 * @param larger it leaves if it is found not to be faster by more than the margin
 * @param speedup how many times as fast {@code larger} is as {@code smaller}, with the bounds by
 *     which the race goes
 * @param furtherRounds until the one or the other is known, if the figures stay as they are;
 *     infinite if more than a million
 */
public record Undecided(
    Contender smaller, Contender larger, Estimate speedup, double furtherRounds) {}
