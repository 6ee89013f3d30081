package storagebench.report.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import storagebench.results.Batches;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.Metric;
import storagebench.results.Series;
import storagebench.statistics.Quantiles;

/**
 * The batches of one fork against the size that the table had.
 *
 * @param batches in order
 */
record Trace(List<Batch> batches) {
  /**
   * One batch.
   *
   * @param fork number of the fork, from 1
   * @param number number of the batch in its fork, from 1
   * @param rowsBefore rows in the table before it
   * @param rows rows of it
   * @param seconds time of it
   */
  record Batch(int fork, int number, double rowsBefore, double rows, double seconds) {
    String name() {
      return "fork " + fork + " batch " + number;
    }
  }

  /** One trace a fork; empty unless every fork has rows, times and the table's size. */
  static List<Trace> of(Cell cell) {
    List<Trace> traces =
        IntStream.range(0, cell.forks().size())
            .mapToObj(f -> of(f + 1, cell.forks().get(f), cell.identity().unit()))
            .flatMap(Optional::stream)
            .toList();
    return traces.size() == cell.forks().size() ? traces : List.of();
  }

  private static Optional<Trace> of(int number, Fork fork, String unit) {
    Optional<Series> after = fork.each(Metric.ROWS_TABLE);
    return Batches.of(fork, unit)
        .filter(b -> after.isPresent())
        .map(
            b ->
                new Trace(
                    IntStream.range(0, b.size())
                        .mapToObj(i -> batch(number, i, after.get(), b))
                        .toList()));
  }

  private static Batch batch(int fork, int i, Series rowsAfter, Batches batches) {
    double rows = batches.rows().get(i);
    return new Batch(fork, i + 1, rowsAfter.get(i) - rows, rows, batches.seconds().get(i));
  }

  double[] rowsBefore() {
    return batches.stream().mapToDouble(Batch::rowsBefore).toArray();
  }

  double[] seconds() {
    return batches.stream().mapToDouble(Batch::seconds).toArray();
  }

  /** The median time of batches of each size: what a batch has to be judged by. */
  static Map<Double, Double> mediansBySize(List<Batch> batches) {
    return batches.stream()
        .collect(
            Collectors.groupingBy(
                Batch::rows,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    same ->
                        Quantiles.median(same.stream().mapToDouble(Batch::seconds).toArray()))));
  }
}
