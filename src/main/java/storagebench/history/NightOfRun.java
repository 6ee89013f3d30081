package storagebench.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import storagebench.Sha256;
import storagebench.UserError;
import storagebench.compare.match.BuildRuns;
import storagebench.compare.match.FingerprintDifferences;
import storagebench.compare.match.MeasuredCell;
import storagebench.compare.match.Run;
import storagebench.compare.verdict.Measure;
import storagebench.results.Difference;
import storagebench.results.Fingerprint;
import storagebench.results.FingerprintPolicy;
import storagebench.results.Fork;
import storagebench.results.Metric;
import storagebench.results.Provenance;
import storagebench.results.Series;

/** Takes from a run what a history keeps of it. */
public final class NightOfRun {
  private static final double NANOS = 1e9;

  private NightOfRun() {}

  /**
   * The night of a JMH JSON file or a run folder.
   *
   * @param metrics what is kept of each cell
   * @throws UserError if it cannot be read, holds several builds, or does not say when it was
   *     measured
   */
  public static Night read(Path path, List<Measure> metrics) {
    BuildRuns runs = BuildRuns.read("the run", List.of(path));
    requireOneServer(path, runs.fingerprints());
    List<Path> files = runs.runs().stream().map(Run::file).toList();
    Provenance provenance = Provenance.of(files);
    SortedMap<String, String> conditions = new TreeMap<>();
    List<MeasuredCell> cells = runs.cells(List.of());
    for (Fingerprint run : runs.fingerprints()) {
      cells.forEach(c -> conditions.putAll(FingerprintDifferences.facts(run, c.identity())));
    }
    return new Night(
        Night.FORMAT,
        hash(files),
        String.valueOf(path.toAbsolutePath().normalize().getFileName()),
        provenance
            .started()
            .map(time -> time.truncatedTo(ChronoUnit.SECONDS))
            .orElseThrow(() -> withoutTime(path)),
        provenance.took().map(Duration::toNanos).map(nanos -> nanos / NANOS).orElse(null),
        provenance.machine(),
        provenance.build().version(),
        provenance.build().commit().orElse(null),
        conditions,
        cells.stream().map(cell -> kept(cell, metrics)).toList());
  }

  private static UserError withoutTime(Path path) {
    return new UserError(
        path
            + ": does not say when it was measured; keep trials.json beside it, or name its folder"
            + " by the time, as in "
            + Instant.EPOCH.toString().replaceAll("[-:]", ""));
  }

  private static void requireOneServer(Path path, List<Fingerprint> runs) {
    if (runs.size() < 2) {
      return;
    }
    List<Difference> differences =
        FingerprintPolicy.COMPARABLE_BUILDS.between(
            runs.subList(0, 1), runs.subList(1, runs.size()));
    if (Fingerprint.values("server.version", runs).size() > 1 || !differences.isEmpty()) {
      throw new UserError(
          path
              + ": holds runs of several servers, which differ in "
              + (differences.isEmpty() ? "server.version" : differences.get(0).field())
              + "; add each by itself");
    }
  }

  private static NightCell kept(MeasuredCell cell, List<Measure> metrics) {
    SortedMap<String, NightFigure> figures = new TreeMap<>();
    for (Measure measure : metrics) {
      NightFigure.of(measure, cell).ifPresent(figure -> figures.put(measure.name(), figure));
    }
    SortedMap<String, String> work = new TreeMap<>();
    if (cell.identity().mode().equals("ss")) {
      figure(cell, Metric.ROWS_INSERTED, Series::sum, work);
      figure(cell, Metric.ROWS_TABLE, Series::last, work);
      figure(cell, Metric.ROWS_CHECKSUM, Series::last, work);
    }
    return new NightCell(cell.identity(), work, figures);
  }

  /** What every fork has to have done alike, in words. */
  private static void figure(
      MeasuredCell cell,
      Metric metric,
      ToDoubleFunction<Series> figure,
      SortedMap<String, String> work) {
    SortedSet<String> values = new TreeSet<>();
    for (Fork fork : cell.forks().values()) {
      Optional.ofNullable(fork.secondary().get(metric.label()))
          .map(figure::applyAsDouble)
          .ifPresent(value -> values.add(String.format(Locale.ROOT, "%.0f", value)));
    }
    if (!values.isEmpty()) {
      work.put(metric.label(), String.join(", ", values));
    }
  }

  /** Of what was measured alone, so that a copy of a run elsewhere is the same run. */
  private static String hash(List<Path> files) {
    SortedSet<String> hashes = new TreeSet<>();
    files.forEach(file -> hashes.add(Sha256.of(bytes(file))));
    return hashes.size() == 1 ? hashes.first() : Sha256.of(String.join("\n", hashes));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
