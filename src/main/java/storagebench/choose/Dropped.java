package storagebench.choose;

import storagebench.statistics.Estimate;
import storagebench.table.Text;

/**
 * One that left the race because another is better.
 *
 * @param contender who left
 * @param round after which round, from 1 on
 * @param by who is better; it may be dropped later by one that is better than both
 * @param reason in what
 * @param speedup how many times as fast {@code contender} is as {@code by}
 */
public record Dropped(
    Contender contender, int round, Contender by, Reason reason, Estimate speedup) {

  /** Why one leaves. */
  public enum Reason {
    /** The other is not slower and not larger. */
    SLOWER,
    /** The other is smaller, and slower by at most the margin, if at all. */
    LARGER_AND_NOT_FASTER
  }

  /** The same in words. */
  public String why() {
    return Text.of(
        "left after round %d: %.2f times as fast as %s, which is %s",
        round,
        speedup.value(),
        by.name(),
        by.bytesPerRow() < contender.bytesPerRow() ? "smaller" : "as small");
  }

  /** Whether the two seem equally fast, by the figures alone: within the margin, a share. */
  public boolean isAsFast(double margin) {
    return Math.abs(Math.log(speedup.value())) <= Math.log1p(margin);
  }
}
