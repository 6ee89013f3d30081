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

/** The iterations of one side, out of a trial in which both took turns. */
final class SideResults {
  private SideResults() {}

  /** The trial as if only that side had been measured. */
  static RunResult of(RunResult trial, int side) {
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
  static SortedMap<Double, Double> byPair(RunResult side) {
    SortedMap<Double, Double> scores = new TreeMap<>();
    for (BenchmarkResult fork : side.getBenchmarkResults()) {
      for (IterationResult iteration : fork.getIterationResults()) {
        scores.put(figure(iteration, Metric.DUEL_PAIR), iteration.getPrimaryResult().getScore());
      }
    }
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
