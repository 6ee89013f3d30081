package storagebench.proof;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Judge;
import storagebench.compare.verdict.Row;

/**
 * How often suites of identical builds raise any alarm, without a margin.
 *
 * @param corrected share of the suites, as the command judges them
 * @param uncorrected share of the suites, were each cell tested at 0.05 by itself
 */
record SuiteAlarms(double corrected, double uncorrected) {
  /** Cells of a suite: the benchmarks' default combinations. */
  static final int CELLS = 48;

  private static final int SUITES = 2000;

  static SuiteAlarms of(Setting setting) {
    SplittableRandom random = Rates.random(setting);
    Judge judge = new Judge(measure -> 0, Decision.ALPHA);
    int corrected = 0;
    int uncorrected = 0;
    for (int i = 0; i < SUITES; i++) {
      List<Contrast> cells =
          Stream.generate(() -> setting.draw(random).contrast()).limit(CELLS).toList();
      List<Row> rows = judge.judge(cells);
      corrected += rows.stream().anyMatch(row -> Decision.isChange(row.verdict())) ? 1 : 0;
      uncorrected += rows.stream().anyMatch(SuiteAlarms::excludesOne) ? 1 : 0;
    }
    return new SuiteAlarms(corrected / (double) SUITES, uncorrected / (double) SUITES);
  }

  private static boolean excludesOne(Row row) {
    return row.ratio().low() > 1 || row.ratio().high() < 1;
  }
}
