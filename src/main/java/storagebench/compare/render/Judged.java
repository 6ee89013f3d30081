package storagebench.compare.render;

import storagebench.compare.Comparison;
import storagebench.compare.Outcome;
import storagebench.compare.table.ComparisonTables;
import storagebench.compare.table.Headline;
import storagebench.report.Report;

/**
 * A comparison and what it means to the caller.
 *
 * @param comparison the verdicts
 * @param outcome what they amount to
 * @param inconclusiveFails whether the caller asked to be told of what could not be told
 * @param tables the comparison for readers, made once for all formats that show it whole
 */
public record Judged(
    Comparison comparison, Outcome outcome, boolean inconclusiveFails, Report tables) {
  /** A comparison with its tables. */
  public Judged(Comparison comparison, boolean inconclusiveFails) {
    this(
        comparison,
        Outcome.of(comparison, inconclusiveFails),
        inconclusiveFails,
        ComparisonTables.full(comparison));
  }

  /** The whole answer in one line. */
  String headline() {
    return Headline.of(comparison, outcome);
  }
}
