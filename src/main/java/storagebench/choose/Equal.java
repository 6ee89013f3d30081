package storagebench.choose;

/**
 * Two of which neither is faster than the other by more than the margin, and both are in: they are
 * of one size, or the larger stands for one that the smaller need not beat.
 *
 * @param smaller or as large
 * @param larger the other
 */
public record Equal(Contender smaller, Contender larger) {}
