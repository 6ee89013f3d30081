package storagebench.report.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import storagebench.results.Batches;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.Metric;
import storagebench.results.Series;
import storagebench.statistics.Quantiles;

/**
 * The batches of one fork against the size that the table had.
 *
 * @param fork number of the fork, from 1
 * @param rowsAfter rows in the table after each batch
 * @param batches rows and time of each, in order
 */
record Trace(int fork, Series rowsAfter, Batches batches) {
  /** A trend takes as many. */
  static final int FEWEST_BATCHES = 3;

  /** The traces of the forks whose batches can be told to have grown or stalled. */
  static List<Trace> longEnough(Cell cell) {
    return of(cell).stream().filter(trace -> trace.size() >= FEWEST_BATCHES).toList();
  }

  /** One trace a fork; empty unless every fork has rows, times and the table's size. */
  static List<Trace> of(Cell cell) {
    List<Batches> batches = cell.batches().orElse(List.of());
    List<Trace> traces = new ArrayList<>(batches.size());
    for (int i = 0; i < batches.size(); i++) {
      Fork fork = cell.forks().get(i);
      Optional<Series> rowsAfter = fork.each(Metric.ROWS_TABLE);
      if (rowsAfter.isEmpty()) {
        return List.of();
      }
      traces.add(new Trace(i + 1, rowsAfter.get(), batches.get(i)));
    }
    return traces;
  }

  int size() {
    return batches.size();
  }

  /** Rows in the table before a batch, counted from 0. */
  double rowsBefore(int batch) {
    return rowsAfter.get(batch) - rows(batch);
  }

  double rows(int batch) {
    return batches.rows().get(batch);
  }

  double seconds(int batch) {
    return batches.seconds().get(batch);
  }

  /** What people call a batch. */
  String name(int batch) {
    return "fork " + fork + " batch " + (batch + 1);
  }

  /** Rows in the table before each batch. */
  double[] rowsBefore() {
    double[] before = rowsAfter.toArray();
    for (int i = 0; i < before.length; i++) {
      before[i] -= rows(i);
    }
    return before;
  }

  /** The median time of batches of each size: what a batch has to be judged by. */
  static Map<Double, Double> mediansBySize(List<Trace> traces) {
    Map<Double, DoubleStream.Builder> bySize = new HashMap<>();
    for (Trace trace : traces) {
      for (int i = 0; i < trace.size(); i++) {
        bySize.computeIfAbsent(trace.rows(i), s -> DoubleStream.builder()).add(trace.seconds(i));
      }
    }
    Map<Double, Double> medians = new HashMap<>();
    bySize.forEach((size, times) -> medians.put(size, Quantiles.median(times.build().toArray())));
    return medians;
  }
}
