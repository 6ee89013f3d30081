package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;

/** Duels whose servers are made quiet and watched, by a user who may do neither in full. */
@Tag("slow")
@Timeout(120)
class DuelServersTest {
  private static final String NO_CHECKPOINT = "the user may not CHECKPOINT, so --settle only waits";

  @TempDir private Path folder;

  private final Map<String, String> environment = new HashMap<>();

  @Test
  void aServerThatTheSidesShareIsMadeQuietAndWatchedOnce()
      throws IOException, InterruptedException, SQLException {
    environment.put("CLOUDBERRY_URL", withPlainUser(EmbeddedServer.newDatabase()));
    environment.put("OTHER_URL", withPlainUser(EmbeddedServer.newDatabase()));

    Ended duel = duel();

    assertThat(duel.exitCode()).as(duel.err()).isIn(0, 1);
    assertThat(notes(NO_CHECKPOINT)).singleElement().asString().contains("Z " + NO_CHECKPOINT);
    assertThat(notes("errors in the server's log")).hasSize(1);
    assertThat(duel.err()).contains(NO_CHECKPOINT);
  }

  @Test
  void serversOfTheirOwnAreMadeQuietAndWatchedBothAndNotesSayWhich()
      throws IOException, InterruptedException, SQLException {
    try (EmbeddedPostgres other = EmbeddedPostgres.start()) {
      environment.put("CLOUDBERRY_URL", withPlainUser(EmbeddedServer.newDatabase()));
      environment.put(
          "OTHER_URL", withPlainUser(new TestDatabase(other.getJdbcUrl("postgres", "postgres"))));

      Ended duel = duel();

      assertThat(duel.exitCode()).as(duel.err()).isIn(0, 1);
      for (String said : List.of(NO_CHECKPOINT, "server: errors in the server's log")) {
        assertThat(notes(said))
            .hasSize(2)
            .anyMatch(note -> note.contains("(CLOUDBERRY_URL): " + said))
            .anyMatch(note -> note.contains("(OTHER_URL): " + said));
      }
    }
  }

  private static String withPlainUser(TestDatabase database) throws SQLException {
    database.execute(
        "DO $$BEGIN"
            + " IF to_regrole('plain') IS NULL THEN CREATE ROLE plain LOGIN; END IF;"
            + " EXECUTE format('GRANT CREATE ON DATABASE %I TO plain', current_database());"
            + " END$$");
    return database.url().replace("user=postgres", "user=plain");
  }

  private Ended duel() throws IOException, InterruptedException {
    String words =
        "duel HEAP url=OTHER_URL --settle 30s -f 1 -wi 1 -i 3 -p batchSize=100 -p indexes=false"
            + " -jvmArgsAppend -XX:TieredStopAtLevel=1";
    return CommandLineRun.start(environment, folder, words.split(" ")).end();
  }

  private List<String> notes(String about) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      Path log = files.filter(file -> file.endsWith("log.txt")).findFirst().orElseThrow();
      return Files.readAllLines(log).stream().filter(line -> line.contains(about)).toList();
    }
  }
}
