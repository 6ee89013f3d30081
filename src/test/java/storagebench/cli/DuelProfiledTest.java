package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.results.Fork;
import storagebench.results.Metric;

/** Profilers in a duel look at both sides, and each figure knows its own. */
@Tag("slow")
@Timeout(240)
class DuelProfiledTest extends DuelCase {
  /** The suite's, and one of JMH's own. */
  private static final String PROFILERS =
      " -prof waits -prof wal -prof plan -prof backends -prof server -prof gc";

  private static double last(Fork fork, String label) {
    assertThat(fork.secondary()).containsKey(label);
    return fork.secondary().get(label).last();
  }

  private static double least(Fork fork, String label) {
    return fork.secondary().get(label).stream().min().orElseThrow();
  }

  @Test
  void everyFigureIsOfItsOwnSide() throws IOException, InterruptedException {
    Path wide = folder.resolve("wide.sql");
    Files.writeString(
        wide,
        "CREATE TABLE storage_bench.:\"table\" (LIKE storage_bench.:\"template\","
            + " more text NOT NULL DEFAULT repeat('x', 400)) USING heap;\n");

    Ended duel = duel("HEAP ddl=" + wide + " --metric wal.bytes_per_row -f 1" + QUICK + PROFILERS);

    assertThat(duel.exitCode()).as(duel.err()).isIn(0, 1);
    Fork baseline = cells("baseline").get(0).forks().get(0);
    Fork candidate = cells("candidate").get(0).forks().get(0);
    for (Fork side : List.of(baseline, candidate)) {
      assertThat(side.secondary().get("wal.bytes_per_row").size()).isEqualTo(3);
      assertThat(last(side, "backends.cpu")).isPositive();
      assertThat(last(side, "plan.execution")).isPositive();
      assertThat(last(side, "server.table.n_tup_ins")).as("of its own table").isEqualTo(400);
      assertThat(side.each(Metric.TIME_CPU)).isPresent();
      assertThat(side.secondary().keySet()).noneMatch(label -> label.startsWith("duel.other."));
    }
    // Others write to the log as well, but not in every batch.
    assertThat(least(candidate, "wal.bytes_per_row"))
        .isGreaterThan(least(baseline, "wal.bytes_per_row") + 300);
    assertThat(least(candidate, "bytes.wal")).isGreaterThan(least(baseline, "bytes.wal") + 30_000);
    assertThat(duel.out()).contains("wal.bytes_per_row", "explain.json");
    assertThat(files()).contains("baseline-explain.json", "candidate-explain.json");
    assertThat(linkedFrom(kept("comparison").resolve("compare.html")))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("baseline-explain.json", "candidate-explain.json");
  }

  /** Every link to a file, each of which is there. */
  private static List<Path> linkedFrom(Path page) throws IOException {
    List<Path> files =
        Pattern.compile("href=\"([^#\"][^\"]*)\"")
            .matcher(Files.readString(page))
            .results()
            .map(link -> Path.of(page.toUri().resolve(link.group(1))))
            .toList();
    assertThat(files).allSatisfy(file -> assertThat(file).exists());
    return files;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(kept("profile"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
