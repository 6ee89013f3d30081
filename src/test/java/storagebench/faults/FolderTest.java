package storagebench.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/** What can be wrong with a folder that a run is to go on in. */
@Tag("slow")
@Timeout(120)
class FolderTest {
  @TempDir private Path directory;

  private TestDatabase database;
  private FaultyRun faulty;

  @BeforeEach
  void createDatabase() throws SQLException {
    database = EmbeddedServer.newDatabase();
    faulty = new FaultyRun(database.environment(), directory);
  }

  @Test
  void aDamagedTrialIsNamedSetAsideAndMeasuredAgain()
      throws IOException, InterruptedException, SQLException {
    interruptAfterTheFirstTrial("results");
    Path trial = faulty.folder().resolve("trials/0001.json");
    byte[] bytes = Files.readAllBytes(trial);
    bytes[bytes.length / 2] ^= 1;
    Files.write(trial, bytes);

    Ended ended = faulty.complete();

    assertThat(ended.err()).contains("0001.json.damaged: was damaged, set aside");
    assertThat(trial).doesNotExist();
    assertThat(faulty.folder().resolve("trials/0001.json.damaged")).hasBinaryContent(bytes);
    faulty.assertCleans(database);
  }

  @Test
  void whatContradictsTheRunOrWasMeasuredElsewhereIsRefused()
      throws IOException, InterruptedException, SQLException {
    interruptAfterTheFirstTrial("results");
    int kept = faulty.kept();

    assertRefused("contradict each other", "copy");
    assertRefused("--seed 1 contradict each other", "--seed", "1");
    assertRefused("--until 0.02 contradict each other", "--until", "2%");
    try (FileChannel plan =
            FileChannel.open(faulty.folder().resolve("plan.json"), StandardOpenOption.WRITE);
        FileLock lock = plan.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertRefused("another run is at work in " + faulty.folder());
    }
    database.execute(
        "DO 'BEGIN EXECUTE format(''ALTER DATABASE %I SET work_mem = 70707'', current_database());"
            + " END'");
    assertRefused("server.settings.work_mem was '4MB' and is '70707kB'");
    assertThat(faulty.kept()).isEqualTo(kept);
  }

  @Test
  void aFolderThatHoldsNoRunIsRefused() throws IOException, InterruptedException {
    Files.createDirectories(directory.resolve("empty"));
    Files.createDirectories(directory.resolve("damaged"));
    Files.writeString(directory.resolve("damaged/plan.json"), "null");

    FaultyRun.assertOneError(start("--resume", "empty"), "plan.json: no such file");
    FaultyRun.assertOneError(start("--resume", "none"), "none: no such folder");
    FaultyRun.assertOneError(start("--resume", "damaged"), "plan.json: is damaged");
  }

  @Test
  void aFullDiskEndsTheRunWhichGoesOnWhenThereIsRoom()
      throws IOException, InterruptedException, SQLException {
    Path small = Files.createDirectory(directory.resolve("small"));
    assumeTrue(
        mount("-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString()),
        "a disk that is full soon needs the right to mount one");
    try {
      Ended full = faulty.begin("small/results").end();
      FaultyRun.assertOneError(full, "cannot write", "go on with: --resume small/results");

      assertThat(mount("-o", "remount,size=64m", small.toString())).isTrue();
      faulty.complete();
      faulty.assertCleans(database);
    } finally {
      new ProcessBuilder("umount", "-l", small.toString()).start().waitFor();
    }
  }

  @Test
  void aTrialThatFindsTheDiskFullIsMeasuredAgain()
      throws IOException, InterruptedException, SQLException {
    CommandLineRun run = faulty.begin();
    faulty.awaitFirstTrial(run);
    faulty.fillDiskBefore("trials/0002.json");
    FaultyRun.assertOneError(
        run.end(), "0002.json: java.io.IOException: No space", "1 trial kept; go on with: --");

    faulty.complete();
    faulty.assertCleans(database);
  }

  private void interruptAfterTheFirstTrial(String results)
      throws IOException, InterruptedException {
    CommandLineRun run = faulty.begin(results);
    faulty.awaitFirstTrial(run);
    run.kill();
    run.end();
  }

  private void assertRefused(String why, String... more) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("--resume", faulty.folder().toString()));
    arguments.addAll(List.of(more));
    FaultyRun.assertOneError(start(arguments.toArray(String[]::new)), why);
  }

  private Ended start(String... arguments) throws IOException, InterruptedException {
    return CommandLineRun.start(database.environment(), directory, arguments).end();
  }

  private static boolean mount(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("mount"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).start().waitFor() == 0;
  }
}
