package storagebench.run.progress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import storagebench.UserError;
import storagebench.results.Fingerprint;
import storagebench.results.FingerprintPolicy;
import storagebench.results.JmhReader;
import storagebench.results.RunFolder;
import storagebench.results.TrialLog;
import storagebench.run.folder.ClientMachine;
import storagebench.run.plan.PlannedCell;
import storagebench.statistics.RatioEstimate;

/**
 * A run that was measured from this machine, as far as it tells what to expect of another one.
 *
 * @param folder where it is kept
 * @param cells what it measured
 * @param log when
 */
record EarlierRun(Path folder, List<storagebench.results.Cell> cells, TrialLog log) {
  private static final int FEWEST_FORKS = 3;

  /** The runs in a folder of runs that were measured from this machine, the latest first. */
  static List<EarlierRun> in(Path results) {
    if (!Files.isDirectory(results)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(results)) {
      return folders
          .sorted(Comparator.reverseOrder())
          .flatMap(folder -> read(folder).stream())
          .toList();
    } catch (IOException e) {
      throw new UserError(results + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  /** A folder that cannot be read tells nothing, which is no reason not to plan. */
  private static Optional<EarlierRun> read(Path folder) {
    Path file = folder.resolve(RunFolder.RESULTS);
    try {
      Optional<TrialLog> log = TrialLog.beside(file);
      if (log.isEmpty() || !Files.exists(file) || !fromHere(file)) {
        return Optional.empty();
      }
      List<storagebench.results.Cell> cells = new ArrayList<>();
      JmhReader.read(file, cells::add);
      return Optional.of(new EarlierRun(folder, cells, log.get()));
    } catch (UserError e) {
      return Optional.empty();
    }
  }

  private static boolean fromHere(Path file) {
    Fingerprint here = Fingerprint.of(Map.of("client", ClientMachine.describe()));
    return Fingerprint.beside(file)
        .filter(there -> FingerprintPolicy.SAME_CLIENT.between(here, there).isEmpty())
        .isPresent();
  }

  /**
   * What it tells of a cell.
   *
   * @param batches how many batches, warm-up included, a trial will have
   */
  Optional<Expectation> of(PlannedCell cell, int batches) {
    return cells.stream()
        .filter(measured -> measured.identity().isOf(cell.benchmark(), cell.parameters()))
        .findFirst()
        .flatMap(measured -> of(measured, batches));
  }

  private Optional<Expectation> of(storagebench.results.Cell cell, int batches) {
    List<TrialLog.Trial> trials =
        cell.forks().stream()
            .flatMap(fork -> log.of(cell.identity(), fork.index()).stream())
            .toList();
    Optional<RatioEstimate> rate = cell.rate();
    if (trials.isEmpty() || rate.isEmpty()) {
      return Optional.empty();
    }
    double took = trials.stream().mapToDouble(TrialLog.Trial::seconds).average().orElseThrow();
    double batch =
        cell.batches().orElseThrow().stream()
            .mapToDouble(b -> b.seconds().sum() / b.size())
            .average()
            .orElseThrow();
    int forks = cell.forks().size();
    int before =
        cell.launches().get(0).warmupIterations() + cell.launches().get(0).measurementIterations();
    return Optional.of(
        new Expectation(
            took + (batches - before) * batch,
            forks < FEWEST_FORKS ? Double.NaN : rate.get().logError() * Math.sqrt(forks),
            "as in " + folder));
  }
}
