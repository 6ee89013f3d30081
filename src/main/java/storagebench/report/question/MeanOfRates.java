package storagebench.report.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import storagebench.report.study.CellNames;
import storagebench.report.study.Speed;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Key;
import storagebench.statistics.RatioEstimate;
import storagebench.table.Text;

/**
 * Warns where averaging the batches' rates, as an earlier benchmark did, would choose another order
 * than rows / total time: small fast batches then count as much as large slow ones.
 */
final class MeanOfRates {
  private MeanOfRates() {}

  static List<String> warnings(Study study) {
    List<String> warnings = new ArrayList<>();
    Key key = study.speed().key();
    for (List<Cell> group : study.groupsBy(key).values()) {
      List<Cell> measured = group.stream().filter(c -> Speed.rate(c).isPresent()).toList();
      List<Cell> byTotal = ranked(measured, MeanOfRates::rate);
      List<Cell> byMean = ranked(measured, c -> Speed.meanOfRates(c).orElse(0));
      if (!byTotal.equals(byMean)) {
        warnings.add(warning(study, byTotal, byMean));
      }
    }
    return warnings;
  }

  private static String warning(Study study, List<Cell> byTotal, List<Cell> byMean) {
    Key key = study.speed().key();
    int first = 0;
    while (byTotal.get(first).equals(byMean.get(first))) {
      first++;
    }
    Cell right = byTotal.get(first);
    Cell wrong = byMean.get(first);
    return Text.of(
        "Warning: the mean of the batches' rates would rank %s (%,.0f rows/s) before %s (%,.0f)%s;"
            + " rows / total time ranks %s (%,.0f) before %s (%,.0f).",
        name(study, wrong),
        Speed.meanOfRates(wrong).orElseThrow(),
        name(study, right),
        Speed.meanOfRates(right).orElseThrow(),
        CellNames.suffix(study, right.identity(), key),
        name(study, right),
        rate(right),
        name(study, wrong),
        rate(wrong));
  }

  private static String name(Study study, Cell cell) {
    Key key = study.speed().key();
    return key.equals(Key.VARIANT)
        ? CellNames.ofVariant(study, cell.identity())
        : key.of(cell.identity()).orElseThrow();
  }

  private static double rate(Cell cell) {
    return Speed.rate(cell).map(RatioEstimate::value).orElse(0.0);
  }

  private static List<Cell> ranked(List<Cell> cells, ToDoubleFunction<Cell> figure) {
    Map<Cell, Double> figures = new HashMap<>();
    cells.forEach(cell -> figures.put(cell, figure.applyAsDouble(cell)));
    return cells.stream().sorted((a, b) -> Double.compare(figures.get(b), figures.get(a))).toList();
  }
}
