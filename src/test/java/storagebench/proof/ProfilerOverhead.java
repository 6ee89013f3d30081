package storagebench.proof;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.Results;
import storagebench.results.Series;
import storagebench.results.WholeFile;
import storagebench.statistics.Estimate;
import storagebench.statistics.PairedRatio;

/**
 * The table of {@link ProfilerOverheadBenchmark}: {@code java -cp benchmarks.jar
 * storagebench.proof.ProfilerOverhead FILE.md waits=FOLDER wal=FOLDER ...}. A trial counts by the
 * interquartile mean of its pairs of neighbouring batches; the interval is Student's over the
 * trials.
 */
public final class ProfilerOverhead {
  private static final String HEADING =
      "# What profilers cost\n\n"
          + "Time of a batch that is watched by that of one that is not, alternating in random order"
          + " within a trial:\ninterquartile mean of the pairs of a trial, mean of the trials, 95 % interval."
          + " Above 0 is slower.\n\n"
          + "| profiler | cell | trials | pairs of a trial | slower by | interval |\n"
          + "|---|---|--:|--:|--:|---|\n";

  private ProfilerOverhead() {}

  /** Writes the file. */
  public static void main(String[] args) {
    StringBuilder table = new StringBuilder(HEADING);
    for (String run : Arrays.asList(args).subList(1, args.length)) {
      String[] parts = run.split("=", 2);
      for (Cell cell : Results.read(List.of(Path.of(parts[1]))).cells()) {
        table.append(row(parts[0], cell));
      }
    }
    WholeFile.write(Path.of(args[0]), table.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String row(String profiler, Cell cell) {
    double[] logs = cell.forks().stream().mapToDouble(ProfilerOverhead::logOfMidmean).toArray();
    Estimate log = Estimate.ofMean(logs);
    return String.format(
        Locale.ROOT,
        "| `%s` | %s | %d | %d | %+.2f %% | %+.2f %% to %+.2f %% |%n",
        profiler,
        cell.identity().params(),
        logs.length,
        cell.forks().get(0).primary().size() / 2,
        percent(log.value()),
        percent(log.low()),
        percent(log.high()));
  }

  private static double percent(double log) {
    return 100 * Math.expm1(log);
  }

  /** Of watched by unwatched, over pairs of neighbours. */
  static double logOfMidmean(Fork fork) {
    Series watched = fork.secondary().get(ProfilerOverheadBenchmark.WATCHED);
    int pairs = fork.primary().size() / 2;
    double[] with = new double[pairs];
    double[] without = new double[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      int first = 2 * pair;
      int on = watched.get(first) == 1 ? first : first + 1;
      with[pair] = fork.primary().get(on);
      without[pair] = fork.primary().get(2 * first + 1 - on);
    }
    return PairedRatio.logOfMidmean(without, with);
  }
}
