package storagebench.compare.render;

import storagebench.compare.Comparison;
import storagebench.compare.Outcome;
import storagebench.compare.table.Headline;

/**
 * A comparison and what it means to the caller.
 *
 * @param comparison the verdicts
 * @param outcome what they amount to
 */
public record Judged(Comparison comparison, Outcome outcome) {
  /** The whole answer in one line. */
  String headline() {
    return Headline.of(comparison, outcome);
  }
}
