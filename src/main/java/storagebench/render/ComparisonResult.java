package storagebench.render;

import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import storagebench.compare.Comparison;
import storagebench.compare.ComparisonTables;
import storagebench.compare.Headline;
import storagebench.compare.Outcome;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Verdict;
import storagebench.report.Report;

/**
 * A comparison and what it means to the caller.
 *
 * @param comparison the verdicts
 * @param outcome what they amount to
 * @param inconclusiveFails whether the caller asked to be told of what could not be told
 * @param folder where its page will be, which links begin from
 * @param tables the comparison for readers, made once for all formats that show it whole
 */
public record ComparisonResult(
    Comparison comparison, Outcome outcome, boolean inconclusiveFails, Path folder, Report tables) {
  /** A comparison with its tables. */
  public ComparisonResult(Comparison comparison, boolean inconclusiveFails, Path folder) {
    this(
        comparison,
        Outcome.of(comparison, inconclusiveFails),
        inconclusiveFails,
        folder,
        ComparisonTables.full(comparison));
  }

  /** The rows that make the comparison fail, each for itself. */
  Set<Row> failing() {
    Set<Row> failing = Collections.newSetFromMap(new IdentityHashMap<>());
    comparison.rows().stream()
        .filter(
            row ->
                row.verdict() == Verdict.REGRESSION
                    || inconclusiveFails && row.verdict().isInconclusive())
        .forEach(failing::add);
    if (comparison.options().mustSee().isPresent()) {
      failing.addAll(comparison.unseen());
    }
    return failing;
  }

  /** The whole answer in one line. */
  String headline() {
    return Headline.of(comparison, outcome);
  }
}
