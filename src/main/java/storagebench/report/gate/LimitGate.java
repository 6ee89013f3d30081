package storagebench.report.gate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import storagebench.report.gate.Finding.Verdict;
import storagebench.report.study.CellNames;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.table.Text;

/**
 * Warns or fails where a figure of a cell lies beyond a limit.
 *
 * @param name what is asked
 * @param unit unit of the figure
 * @param variants what it compares; it does not apply where one was not measured
 * @param figure the figure of a cell; empty where the cell has none
 * @param highIsBad whether figures above the limits are bad, or those below
 * @param warn beyond this it warns
 * @param fail beyond this it fails; NaN if it never does
 */
record LimitGate(
    String name,
    String unit,
    Set<String> variants,
    BiFunction<Study, Cell, Optional<Double>> figure,
    boolean highIsBad,
    double warn,
    double fail)
    implements Gate {
  private record Found(Cell cell, double figure) {}

  @Override
  public boolean applies(Study study) {
    return variants.isEmpty()
        ? !study.variants().isEmpty()
            || study.cells().stream()
                .anyMatch(c -> figure.apply(study, c).filter(Double::isFinite).isPresent())
        : study.variants().containsAll(variants);
  }

  @Override
  public Finding check(Study study) {
    List<Found> found =
        study.cells().stream()
            .flatMap(c -> figure.apply(study, c).stream().map(f -> new Found(c, f)))
            .filter(f -> Double.isFinite(f.figure))
            .toList();
    int sign = highIsBad ? 1 : -1;
    Comparator<Found> byBadness = (a, b) -> sign * Double.compare(a.figure, b.figure);
    return found.stream()
        .max(byBadness)
        .map(f -> finding(study, f, found.size()))
        .orElseGet(() -> Finding.notMeasured(name, limit(), "no cell has what it takes"));
  }

  private Finding finding(Study study, Found worst, int checked) {
    Verdict verdict =
        isBeyond(worst.figure, fail)
            ? Verdict.FAIL
            : isBeyond(worst.figure, warn) ? Verdict.WARN : Verdict.PASS;
    String where = CellNames.of(study, worst.cell.identity());
    return new Finding(name, worst.figure, unit, limit(), verdict, where, checked);
  }

  private boolean isBeyond(double value, double limit) {
    return highIsBad ? value > limit : value < limit;
  }

  private String limit() {
    String beyond = highIsBad ? "over" : "under";
    String warns = Text.of("warn %s %s", beyond, number(warn));
    return Double.isNaN(fail) ? warns : warns + ", fail " + beyond + " " + number(fail);
  }

  private static String number(double value) {
    return value == Math.rint(value) ? Text.of("%.0f", value) : Double.toString(value);
  }
}
