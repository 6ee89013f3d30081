package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import storagebench.compare.RunFiles;

/** A history of runs made for the purpose. */
abstract class HistoryCase extends CompareCommandCase {
  static final Instant FIRST = Instant.parse("2026-01-01T02:00:00Z");

  final Random random = new Random(20);

  Path history() {
    return folder.resolve("history");
  }

  /** A run on the n-th day: forks vary by 2 %, nights by 0.5 %. */
  Path night(int day, double ms, double bytes, String machine, String commit) {
    double[] percent = random.doubles(5, -3, 3).toArray();
    String version = "PostgreSQL 12.12 (Greenplum Database 7.1.0 build commit:" + commit + ")";
    RunFiles files =
        new RunFiles()
            .cell("AO", ms * (1 + 0.005 * random.nextGaussian()), bytes, percent)
            .fact("server/version", version)
            .fact("client/cpu", machine)
            .fact("client/cpus", "8")
            .fact("client/os", "Linux");
    return run(FIRST.plus(day, ChronoUnit.DAYS).toString().replaceAll("[-:]", ""), files);
  }

  Path night(int day, double ms) {
    return night(day, ms, 9000, "Xeon", "%010x".formatted(0xabc0000000L + day));
  }

  void add(Path... runs) {
    Object[] words = Stream.concat(Stream.of("add", history()), Stream.of(runs)).toArray();
    assertThat(run("history", words)).as(err).isZero();
  }

  List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(history())) {
      return files.sorted().toList();
    }
  }
}
