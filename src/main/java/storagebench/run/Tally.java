package storagebench.run;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import storagebench.results.Metric;
import storagebench.run.cell.Cell;
import storagebench.run.cell.Rounds;
import storagebench.run.kept.FinishedTrial;
import storagebench.run.told.Wording;

/**
 * Adds up finished trials, to say how fast everyone is so far and how long the trials that are left
 * will take. A cell's trials are expected to take what its trials took; those of a cell that has
 * none yet, what the most similar cells took.
 */
final class Tally {
  private static final double NANOS = 1e9;

  private final Wording wording;
  private final Map<Cell, Mean> times = new HashMap<>();
  private final Map<String, Amount> amounts = new TreeMap<>();

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
   */
  Tally(Wording wording) {
    this.wording = wording;
  }

  /** Adds a trial. */
  void add(FinishedTrial trial) {
    Mean mean = times.computeIfAbsent(trial.trial().cell(), cell -> new Mean());
    mean.sum += trial.seconds();
    mean.count++;
    wording
        .contenders(trial)
        .forEach(
            (name, results) -> {
              Amount amount = amounts.computeIfAbsent(name, absent -> new Amount());
              results.forEach(result -> add(result, amount));
            });
  }

  /** What a trial of the cell will take; empty if none was measured of any cell. */
  Optional<Duration> expected(Cell cell) {
    return expectedSeconds(cell).stream()
        .mapToObj(seconds -> Duration.ofNanos((long) (seconds * NANOS)))
        .findFirst();
  }

  /** What the trials will take together; empty if none was measured. */
  Optional<Duration> expected(Collection<Rounds.Trial> trials) {
    if (times.isEmpty()) {
      return Optional.empty();
    }
    double seconds =
        trials.stream().mapToDouble(t -> expectedSeconds(t.cell()).orElseThrow()).sum();
    return Optional.of(Duration.ofNanos((long) (seconds * NANOS)));
  }

  /** Rows by time of everyone that inserted any. */
  Map<String, Double> rates() {
    Map<String, Double> rates = new LinkedHashMap<>();
    amounts.forEach((name, a) -> rates.put(name, a.rows / a.seconds));
    rates.values().removeIf(rate -> !Double.isFinite(rate));
    return rates;
  }

  private OptionalDouble expectedSeconds(Cell cell) {
    Mean own = times.get(cell);
    if (own != null) {
      return OptionalDouble.of(own.value());
    }
    Map<Integer, List<Cell>> bySimilarity =
        times.keySet().stream().collect(Collectors.groupingBy(cell::inCommon));
    return bySimilarity.entrySet().stream()
        .max(Comparator.comparingInt(Map.Entry::getKey))
        .map(Map.Entry::getValue)
        .map(cells -> cells.stream().mapToDouble(c -> times.get(c).value()).average())
        .orElse(OptionalDouble.empty());
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
