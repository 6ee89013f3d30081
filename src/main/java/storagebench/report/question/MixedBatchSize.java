package storagebench.report.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Metric.Direction;
import storagebench.statistics.Estimate;
import storagebench.statistics.LinearFit;
import storagebench.statistics.Quantiles;
import storagebench.statistics.RatioEstimate;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/**
 * What does a batch cost whatever its size, and what each row, where the batches of one table
 * differ in size, as in a stream? Time of a batch = fixed cost + cost per row x rows, fitted
 * through all batches of a fork with weights 1 / (median time of its size)^2.
 */
public final class MixedBatchSize implements Question {
  private static final String ONE_FORK =
      "one fork: the interval is how far stretches of this run's batches differ, and another run"
          + " may differ by more";

  /**
   * The batches of one size, their times fork by fork; the fit stands in the first row of a cell.
   */
  private record Sized(Cell cell, double rows, List<List<Double>> forks, Optional<LinearFit> fit) {
    double count() {
      return forks.stream().mapToInt(List::size).average().orElseThrow();
    }

    Estimate rate() {
      return RatioEstimate.of(
              totals(times -> rows * times.size()),
              totals(times -> times.stream().mapToDouble(Double::doubleValue).sum()))
          .estimate();
    }

    double median() {
      return Quantiles.median(
          forks.stream().flatMap(List::stream).mapToDouble(Double::doubleValue).toArray());
    }

    Entry fitted(Function<LinearFit, Estimate> part) {
      Entry entry = fit.map(part).map(Entry::of).orElse(Entry.BLANK);
      if (entry.isBlank()) {
        return entry;
      }
      if (BatchSize.belowZero(fit.orElseThrow())) {
        entry = entry.withNote(BatchSize.NO_FIT);
      }
      return forks.size() > 1 ? entry : entry.withNote(ONE_FORK);
    }

    private double[] totals(ToDoubleFunction<List<Double>> figure) {
      return forks.stream().mapToDouble(figure).toArray();
    }
  }

  @Override
  public Optional<Table> answer(Study study) {
    return new TableBuilder<Sized>(
            "mixed-batch-size",
            "Batch size, mixed",
            "Throughput and median time of a batch by its size, where batches of one table differ"
                + " in size; the fixed cost of a batch and the cost of a row from a straight line"
                + " through all of them.")
        .keys(study.keys(), s -> s.cell.identity())
        .add(
            Column.of("batch_rows", "rows a batch", Quantity.ROWS, Direction.NEUTRAL).asLabel(),
            s -> Entry.of(s.rows))
        .add(
            Column.of("batches", "batches", Quantity.COUNT, Direction.NEUTRAL),
            s -> Entry.of(s.count()))
        .add(Throughput.RATE, s -> Entry.of(s.rate()))
        .add(BatchSize.MEDIAN, s -> Entry.of(s.median()))
        .add(BatchSize.FIXED, s -> s.fitted(LinearFit::intercept))
        .add(BatchSize.PER_ROW, s -> s.fitted(LinearFit::slope))
        .buildUnlessEmpty(study.cells().stream().flatMap(cell -> sized(cell).stream()).toList());
  }

  /** The sizes of one cell in order; none if all its batches have one size. */
  private static List<Sized> sized(Cell cell) {
    List<Trace> forks = Trace.of(cell);
    Map<Double, List<List<Double>>> bySize = new TreeMap<>();
    for (int fork = 0; fork < forks.size(); fork++) {
      Trace trace = forks.get(fork);
      for (int i = 0; i < trace.size(); i++) {
        bySize
            .computeIfAbsent(trace.rows(i), s -> forks.stream().map(f -> noTimes()).toList())
            .get(fork)
            .add(trace.seconds(i));
      }
    }
    if (bySize.size() < 2) {
      return List.of();
    }
    List<Sized> sized = new ArrayList<>();
    bySize.forEach(
        (rows, times) ->
            sized.add(
                new Sized(
                    cell,
                    rows,
                    times,
                    sized.isEmpty() ? Optional.of(fit(forks)) : Optional.empty())));
    return sized;
  }

  private static List<Double> noTimes() {
    return new ArrayList<>();
  }

  private static LinearFit fit(List<Trace> forks) {
    List<LinearFit> fits = forks.stream().map(MixedBatchSize::fit).toList();
    return fits.size() == 1
        ? fits.get(0)
        : new LinearFit(mean(fits, LinearFit::intercept), mean(fits, LinearFit::slope));
  }

  private static LinearFit fit(Trace fork) {
    Map<Double, Double> medians = Trace.mediansBySize(List.of(fork));
    double[] rows = fork.batches().rows().toArray();
    return LinearFit.ofSequence(
        rows,
        fork.batches().seconds().toArray(),
        Arrays.stream(rows).map(r -> Math.pow(medians.get(r), -2)).toArray());
  }

  private static Estimate mean(List<LinearFit> fits, Function<LinearFit, Estimate> part) {
    return Estimate.ofMean(fits.stream().mapToDouble(fit -> part.apply(fit).value()).toArray());
  }
}
