package storagebench.duel;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import storagebench.results.Metric;
import storagebench.run.folder.FinishedTrial;

/** The iterations of one side, out of a trial in which both took turns. */
final class SideResults {
  private SideResults() {}

  /** The results of a trial as if only that side had been measured. */
  static List<RunResult> of(FinishedTrial trial, int side) {
    return trial.results().stream().map(result -> of(result, side)).toList();
  }

  private static RunResult of(RunResult trial, int side) {
    List<BenchmarkResult> forks = new ArrayList<>();
    for (BenchmarkResult fork : trial.getBenchmarkResults()) {
      List<IterationResult> iterations =
          fork.getIterationResults().stream()
              .filter(iteration -> figure(iteration, Metric.DUEL_SIDE) == side)
              .toList();
      forks.add(new BenchmarkResult(fork.getParams(), iterations, fork.getMetadata()));
    }
    return new RunResult(trial.getParams(), forks);
  }

  /** The score of each iteration by its pair. */
  static SortedMap<Double, Double> byPair(List<RunResult> side) {
    SortedMap<Double, Double> scores = new TreeMap<>();
    side.stream()
        .flatMap(result -> result.getBenchmarkResults().stream())
        .flatMap(fork -> fork.getIterationResults().stream())
        .forEach(
            iteration ->
                scores.put(
                    figure(iteration, Metric.DUEL_PAIR), iteration.getPrimaryResult().getScore()));
    return scores;
  }

  private static double figure(IterationResult iteration, Metric metric) {
    Result<?> figure = iteration.getSecondaryResults().get(metric.label());
    if (figure == null) {
      throw new IllegalStateException("an iteration of a duel without " + metric.label());
    }
    return figure.getScore();
  }
}
