package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.Cluster;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;

/** Options of a table as parameters, on a server that has them, as a user types them. */
@Tag("slow")
@Timeout(180)
@Cluster.Needed
class SweepTest {
  @TempDir private Path folder;

  @Test
  void oneNoticeSaysWhichTablesTheServerRefusesAndWhy() throws IOException, InterruptedException {
    Ended plan =
        start(
            "insertSelect --plan -p variant=HEAP,AO,AOCO -p compresstype=zlib,rle_type,none,lz4"
                + " -p compresslevel=1,12 -p batchSize=100 -p indexes=false");

    assertThat(plan.exitCode()).as(plan.err()).isZero();
    assertThat(plan.err().lines().filter(line -> line.startsWith("Left out:")))
        .singleElement()
        .asString()
        .contains(
            "AO compresslevel=1 compresstype=rle_type",
            "row orientation",
            "compresslevel=12 compresstype=zlib",
            "lz4");
    assertThat(plan.out()).contains("6 cells");
  }

  @Test
  void resultsSayWhatWasMeasuredAndWhatDoesNotApply() throws IOException, InterruptedException {
    Ended run =
        start(
            "insertSelect -f 1 -wi 0 -i 1 -p variant=HEAP,AO -p compresstype=none,zstd"
                + " -p batchSize=100 -p indexes=call_date");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out()).contains("3 cells");
    String json;
    try (Stream<Path> runs = Files.list(folder.resolve("results"))) {
      json = Files.readString(runs.findFirst().orElseThrow().resolve("jmh.json"));
    }
    assertThat(params(json, "compresstype")).containsExactlyInAnyOrder("-", "none", "zstd");
    assertThat(params(json, "compresslevel")).containsExactlyInAnyOrder("-", "-", "5");
    assertThat(params(json, "storage_format")).containsOnly("-");
    assertThat(params(json, "indexes")).containsOnly("call_date");
  }

  private static Stream<String> params(String json, String name) {
    return json.lines()
        .map(String::strip)
        .filter(line -> line.startsWith('"' + name + '"'))
        .map(line -> line.replaceFirst(".*: \"(.*)\",?", "$1"));
  }

  private Ended start(String words) throws IOException, InterruptedException {
    return CommandLineRun.start(Cluster.database().environment(), folder, words.split(" ")).end();
  }
}
