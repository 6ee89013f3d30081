package storagebench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/** scripts/reference makes what is not there yet. */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class ReferenceIT {
  private static final long POLL_MILLIS = 20;

  @TempDir private Path folder;

  @Test
  void whatWasCutShortGoesOnAndWhatIsThereIsKept() throws Exception {
    TestDatabase database = EmbeddedServer.newDatabase();
    Process killed = start(database, "formats");
    Path underWay = folder.resolve("out/under-way/formats");
    while (killed.isAlive() && files(underWay, "0001.json") == 0) {
      Thread.sleep(POLL_MILLIS);
    }
    killed.descendants().forEach(ProcessHandle::destroyForcibly);
    killed.destroyForcibly().waitFor();

    assertThat(said(start(database, "formats", "stream"))).endsWith("0");
    assertThat(folder.resolve("out/formats/report.html")).exists();
    assertThat(folder.resolve("out/stream/report.html")).exists();
    assertThat(files(folder.resolve("out"), "plan.json")).as("one run, that went on").isEqualTo(1);
    assertThat(said(start(database, "formats"))).contains("formats is there").endsWith("0");
  }

  @Test
  void whatFailsIsNamedAndTheNextIsMade() throws Exception {
    assertThat(said(start(EmbeddedServer.newDatabase(), "anatomy", "choose")))
        .contains("not there: anatomy")
        .endsWith("2");
    assertThat(folder.resolve("out/choose/choice.html")).exists();
  }

  @Test
  void aPlanMeasuresNothing() throws Exception {
    assertThat(said(start(EmbeddedServer.newDatabase(), "--plan", "formats", "stream")))
        .contains("variant=HEAP")
        .endsWith("0");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void anUnknownRunIsRefusedBeforeAnyIsMade() throws Exception {
    assertThat(said(start(EmbeddedServer.newDatabase(), "formats", "form")))
        .contains("no run is called form; expected one of formats choose")
        .endsWith("2");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  private Process start(TestDatabase database, String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("scripts/reference", "--quick"));
    List<String> names = new ArrayList<>(List.of(words));
    if (names.remove("--plan")) {
      command.add("--plan");
    }
    command.add(folder.resolve("out").toString());
    command.addAll(names);
    ProcessBuilder script = new ProcessBuilder(command).redirectErrorStream(true);
    script.environment().put("CLOUDBERRY_URL", database.url());
    return script.redirectOutput(folder.resolve("said").toFile()).start();
  }

  /** What the script says, then its exit code. */
  private String said(Process script) throws IOException, InterruptedException {
    int exit = script.waitFor();
    return Files.readString(folder.resolve("said")) + exit;
  }

  private static long files(Path below, String name) throws IOException {
    if (!Files.isDirectory(below)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(file -> file.endsWith(name)).count();
    }
  }
}
