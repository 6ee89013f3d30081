package storagebench.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Fingerprint;
import storagebench.results.Metric;
import storagebench.results.ParamOrder;
import storagebench.results.Params;

/** Tables of the user's whose rows a trial stored more than once. Equal rows compress better. */
final class RepeatedRows {
  private RepeatedRows() {}

  /** One line for each. */
  static List<String> warnings(Study study) {
    Map<String, List<Cell>> byWorkload =
        study.cells().stream()
            .filter(cell -> cell.identity().param(Params.WORKLOAD).isPresent())
            .collect(
                Collectors.groupingBy(
                    cell -> cell.identity().param(Params.WORKLOAD).orElseThrow(),
                    TreeMap::new,
                    Collectors.toList()));
    List<String> warnings = new ArrayList<>();
    byWorkload.forEach(
        (workload, cells) ->
            Fingerprint.values("workload." + workload + ".rows", study.fingerprints()).stream()
                .flatMap(text -> ParamOrder.number(text).stream())
                .map(BigDecimal::longValue)
                .min(Long::compare)
                .ifPresent(rows -> warn(workload, rows, cells, warnings)));
    return warnings;
  }

  private static void warn(String workload, long rows, List<Cell> cells, List<String> warnings) {
    double stored =
        cells.stream()
            .flatMap(cell -> cell.last(Metric.ROWS_TABLE).stream())
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    if (stored > rows) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "%s has %,d rows and a trial stored %,.0f: after the last row came the first again,"
                  + " and equal rows compress better than new ones",
              workload,
              rows,
              stored));
    } else if (cells.stream().anyMatch(RepeatedRows::isPreloaded)) {
      warnings.add(
          workload
              + " was preloaded with the rows that its first batches have too, and equal rows"
              + " compress better than new ones");
    }
  }

  private static boolean isPreloaded(Cell cell) {
    return !cell.identity().param(Params.PRELOAD_ROWS).orElse("0").equals("0");
  }
}
