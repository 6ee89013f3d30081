package storagebench.run.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.format.ResultFormatType;
import storagebench.results.RunFolder;
import storagebench.results.TrialLog;
import storagebench.results.WholeFile;
import storagebench.run.plan.PlannedCell;

/** The result files of a run's folder: {@code jmh.json} and {@code trials.json}. */
public final class ResultFiles implements RunResults {
  private final Path folder;
  private final List<PlannedCell> cells;
  private final int sides;

  /**
   * Those of a run.
   *
   * @param cells all cells, in the order of the report
   */
  public ResultFiles(Path folder, List<PlannedCell> cells) {
    this(folder, cells, 1);
  }

  /**
   * @param cells all cells, in the order of the report
   * @param sides how many sides shared the iterations of a trial
   */
  public ResultFiles(Path folder, List<PlannedCell> cells, int sides) {
    this.folder = folder;
    this.cells = cells;
    this.sides = sides;
  }

  @Override
  public List<Path> folders() {
    return List.of(folder);
  }

  @Override
  public void write(List<FinishedTrial> finished) {
    in(ResultFormatType.JSON, finished)
        .ifPresent(
            json -> {
              WholeFile.write(folder.resolve(RunFolder.RESULTS), json);
              log(finished).write(folder);
            });
  }

  /** In one of JMH's formats; empty if there are no trials. */
  public Optional<byte[]> in(ResultFormatType format, Collection<FinishedTrial> finished) {
    MergedResults merged = new MergedResults(cells, sides);
    byCell(finished).values().forEach(forks -> forks.forEach(trial -> add(trial, merged)));
    return merged.isEmpty() ? Optional.empty() : Optional.of(merged.format(format));
  }

  private static void add(FinishedTrial trial, MergedResults merged) {
    trial.results().forEach(result -> merged.add(trial.trial().cell(), result));
  }

  private static TrialLog log(Collection<FinishedTrial> finished) {
    List<TrialLog.Trial> log = new ArrayList<>();
    for (List<FinishedTrial> forks : byCell(finished).values()) {
      for (int fork = 0; fork < forks.size(); fork++) {
        log.add(forks.get(fork).logged(fork));
      }
    }
    return new TrialLog(log);
  }

  /** The trials of each cell by round, which is the order of the forks in JMH's results. */
  private static Map<PlannedCell, List<FinishedTrial>> byCell(Collection<FinishedTrial> finished) {
    return finished.stream()
        .sorted(Comparator.comparingInt(trial -> trial.trial().round()))
        .collect(Collectors.groupingBy(trial -> trial.trial().cell()));
  }
}
