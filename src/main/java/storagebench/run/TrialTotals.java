package storagebench.run;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import storagebench.results.Metric;
import storagebench.run.folder.FinishedTrial;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;
import storagebench.run.progress.ExpectedTime;
import storagebench.run.progress.Wording;

/**
 * Adds up finished trials: rows a second so far, and the time that the remaining trials are
 * expected to take. A trial is expected to take what earlier trials of its cell took. For a cell
 * without a finished trial this is, in this order: the estimate of the trial that is running, an
 * earlier run, the most similar cells of the same size. Otherwise it is not known.
 */
final class TrialTotals {
  private static final double NANOS = 1e9;

  private final Wording wording;
  private final Function<PlannedCell, Optional<Duration>> earlier;
  private final Map<PlannedCell, Mean> times = new HashMap<>();
  private final Map<PlannedCell, Duration> running = new ConcurrentHashMap<>();
  private final Map<PlannedCell, Map<String, Amount>> amounts = new HashMap<>();

  private static final class Mean {
    private double sum;
    private int count;

    double value() {
      return sum / count;
    }
  }

  private static final class Amount {
    private double rows;
    private double seconds;
  }

  /**
   * @param wording says whose rows a second are told apart
   * @param earlier what a trial took in earlier runs
   */
  TrialTotals(Wording wording, Function<PlannedCell, Optional<Duration>> earlier) {
    this.wording = wording;
    this.earlier = earlier;
  }

  /** Adds a trial. */
  void add(FinishedTrial trial) {
    PlannedCell cell = trial.trial().cell();
    Mean mean = times.computeIfAbsent(cell, absent -> new Mean());
    mean.sum += trial.seconds();
    mean.count++;
    Map<String, Amount> alike =
        amounts.computeIfAbsent(cell.withoutVariant(), absent -> new TreeMap<>());
    wording
        .contenders(trial)
        .forEach(
            (name, results) -> {
              Amount amount = alike.computeIfAbsent(name, absent -> new Amount());
              results.forEach(result -> add(result, amount));
            });
  }

  /** The trial of a cell that runs will take so long. */
  void running(PlannedCell cell, Duration time) {
    running.put(cell, time);
  }

  /** What a trial of the cell will take; empty if nothing like it is known. */
  Optional<Duration> expected(PlannedCell cell) {
    return known(cell).or(() -> ofSimilar(cell));
  }

  private Optional<Duration> known(PlannedCell cell) {
    return Optional.ofNullable(times.get(cell))
        .map(own -> duration(own.value()))
        .or(() -> Optional.ofNullable(running.get(cell)))
        .or(() -> earlier.apply(cell));
  }

  /** What the trials will take together; empty if that is not known of each. */
  Optional<Duration> expected(Collection<Rounds.Trial> trials) {
    ExpectedTime together = new ExpectedTime();
    trials.forEach(trial -> together.add(expected(trial.cell()), 1));
    return together.whole();
  }

  /**
   * What the trials will take together at least: where none of a cell is known, half of what the
   * most similar ones took, for a table definition can be worth that much; or else nothing.
   */
  Duration atLeast(Collection<Rounds.Trial> trials) {
    return trials.stream()
        .map(trial -> atLeast(trial.cell()))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private Duration atLeast(PlannedCell cell) {
    return known(cell)
        .or(() -> ofSimilar(cell).map(time -> time.dividedBy(2)))
        .orElse(Duration.ZERO);
  }

  /**
   * Rows by time of everyone that inserted any in cells that differ from this one in the variant
   * alone: figures of unlike cells say nothing of variants.
   */
  Map<String, Double> rates(PlannedCell cell) {
    Map<String, Double> rates = new LinkedHashMap<>();
    amounts
        .getOrDefault(cell.withoutVariant(), Map.of())
        .forEach((name, a) -> rates.put(name, a.rows / a.seconds));
    rates.values().removeIf(rate -> !Double.isFinite(rate));
    return rates;
  }

  private Optional<Duration> ofSimilar(PlannedCell cell) {
    Map<Integer, List<PlannedCell>> bySimilarity =
        times.keySet().stream()
            .filter(cell::isOfSizeOf)
            .collect(Collectors.groupingBy(cell::inCommon));
    return bySimilarity.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry::getKey))
        .map(Map.Entry::getValue)
        .map(cells -> cells.stream().mapToDouble(c -> times.get(c).value()).average())
        .map(mean -> duration(mean.orElseThrow()));
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos((long) (seconds * NANOS));
  }

  private static void add(RunResult result, Amount amount) {
    Result<?> rows = result.getSecondaryResults().get(Metric.ROWS_INSERTED.label());
    Result<?> wall = result.getSecondaryResults().get(Metric.TIME_WALL.label());
    if (rows != null && wall != null) {
      amount.rows += rows.getStatistics().getSum();
      amount.seconds += wall.getStatistics().getSum() / 1000;
    }
  }
}
