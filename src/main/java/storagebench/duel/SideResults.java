package storagebench.duel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.ScalarResult;
import storagebench.results.Metric;
import storagebench.run.folder.FinishedTrial;

/** The iterations of one side, out of a trial in which both took turns. */
final class SideResults {
  private SideResults() {}

  /** The results of a trial as if only that side had been measured. */
  static List<RunResult> of(FinishedTrial trial, int side) {
    return trial.results().stream()
        .map(result -> of(result, side))
        .filter(result -> !result.getBenchmarkResults().isEmpty())
        .toList();
  }

  private static RunResult of(RunResult trial, int side) {
    List<BenchmarkResult> forks =
        trial.getBenchmarkResults().stream()
            .map(
                fork ->
                    new BenchmarkResult(
                        fork.getParams(),
                        iterations(fork.getIterationResults(), side),
                        fork.getMetadata()))
            .filter(fork -> !fork.getIterationResults().isEmpty())
            .toList();
    return new RunResult(trial.getParams(), forks);
  }

  /** Those of the side; what another one has of it, which is of the whole trial, is in its last. */
  private static List<IterationResult> iterations(Collection<IterationResult> all, int side) {
    List<IterationResult> own = new ArrayList<>();
    List<ScalarResult> ofTrial = new ArrayList<>();
    for (IterationResult iteration : all) {
      if (figure(iteration, Metric.DUEL_SIDE) == side) {
        own.add(withoutOthers(iteration));
      } else {
        iteration.getSecondaryResults().values().forEach(r -> moved(r).ifPresent(ofTrial::add));
      }
    }
    if (!own.isEmpty()) {
      own.get(own.size() - 1).addResults(ofTrial);
    }
    return own;
  }

  private static IterationResult withoutOthers(IterationResult iteration) {
    IterationResult own =
        new IterationResult(
            iteration.getBenchmarkParams(), iteration.getParams(), iteration.getMetadata());
    own.addResults(iteration.getRawPrimaryResults());
    iteration.getRawSecondaryResults().values().stream()
        .filter(result -> Metric.byOtherSide(result.getLabel()).isEmpty())
        .forEach(own::addResult);
    return own;
  }

  private static Optional<ScalarResult> moved(Result<?> result) {
    return Metric.byOtherSide(result.getLabel())
        .map(
            label ->
                new ScalarResult(
                    label, result.getScore(), result.getScoreUnit(), AggregationPolicy.MAX));
  }

  /** The scores of the iterations in their order. */
  static double[] scores(List<RunResult> side) {
    return iterations(side).mapToDouble(i -> i.getPrimaryResult().getScore()).toArray();
  }

  /** Whether the sides took the same batches in turns. */
  static boolean inPairs(List<RunResult> side) {
    return iterations(side)
        .allMatch(i -> i.getSecondaryResults().containsKey(Metric.DUEL_PAIR.label()));
  }

  /** The score of each iteration by its pair. */
  static SortedMap<Double, Double> byPair(List<RunResult> side) {
    SortedMap<Double, Double> scores = new TreeMap<>();
    iterations(side)
        .forEach(i -> scores.put(figure(i, Metric.DUEL_PAIR), i.getPrimaryResult().getScore()));
    return scores;
  }

  private static Stream<IterationResult> iterations(List<RunResult> side) {
    return side.stream()
        .flatMap(result -> result.getBenchmarkResults().stream())
        .flatMap(fork -> fork.getIterationResults().stream());
  }

  private static double figure(IterationResult iteration, Metric metric) {
    Result<?> figure = iteration.getSecondaryResults().get(metric.label());
    if (figure == null) {
      throw new IllegalStateException("an iteration of a duel without " + metric.label());
    }
    return figure.getScore();
  }
}
