package storagebench.results;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When and where something was measured, and of which build.
 *
 * @param started when its first trial began; empty if that was not recorded
 * @param took how long its trials took together; empty if that was not recorded
 * @param machine processor, number of them and operating system; empty if that was not recorded
 * @param build the build of the database; several are told as one text
 * @param command what was typed, without secrets; empty if that was not recorded, or several were
 */
public record Provenance(
    Optional<Instant> started,
    Optional<Duration> took,
    String machine,
    ServerBuild build,
    String command) {
  private static final double NANOS = 1e9;

  /**
   * What lies beside result files and says so.
   *
   * @throws storagebench.UserError if a file beside them cannot be read
   */
  public static Provenance of(Collection<Path> files) {
    List<TrialLog.Trial> trials =
        files.stream()
            .flatMap(file -> TrialLog.beside(file).stream())
            .flatMap(log -> log.trials().stream())
            .toList();
    List<Fingerprint> fingerprints =
        files.stream().flatMap(file -> Fingerprint.beside(file).stream()).toList();
    return new Provenance(
        trials.stream()
            .flatMap(trial -> time(trial.started()).stream())
            .min(Comparator.naturalOrder())
            .or(() -> fingerprinted(fingerprints))
            .or(() -> files.stream().flatMap(Provenance::byFolder).min(Comparator.naturalOrder())),
        trials.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Duration.ofNanos(
                    Math.round(
                        NANOS * trials.stream().mapToDouble(TrialLog.Trial::seconds).sum()))),
        fingerprints.stream()
            .flatMap(known -> known.machine().stream())
            .distinct()
            .collect(Collectors.joining("; ")),
        ServerBuild.of(String.join("; ", Fingerprint.values("server.version", fingerprints))),
        command(fingerprints));
  }

  /** Server and day in a few words, such as {@code Apache Cloudberry 2.1.0, 2026-11-22}. */
  public String title() {
    Optional<String> server =
        build.name().or(() -> Optional.of(build.version()).filter(text -> !text.isBlank()));
    return Stream.concat(
            server.stream(), started.map(time -> time.toString().substring(0, 10)).stream())
        .collect(Collectors.joining(", "));
  }

  private static String command(List<Fingerprint> runs) {
    List<String> commands =
        runs.stream().map(run -> ShellWords.line(TypedCommand.of(run).words())).distinct().toList();
    return commands.size() == 1 ? commands.get(0) : "";
  }

  private static Optional<Instant> fingerprinted(List<Fingerprint> runs) {
    return Fingerprint.values("started", runs).stream()
        .flatMap(text -> time(text).stream())
        .min(Comparator.naturalOrder());
  }

  private static Stream<Instant> byFolder(Path file) {
    return RunFolder.started(file).stream();
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.ofNullable(text).map(Instant::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
