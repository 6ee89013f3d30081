package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.Cluster;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.GuardedRole;

/** The command target, in processes of its own: what reaches it is its environment. */
@Tag("slow")
class TargetCommandTest {
  private static GuardedRole role;

  @TempDir private Path folder;

  @BeforeAll
  static void createRole() throws SQLException, IOException {
    role = GuardedRole.create();
  }

  @Test
  void saysWhichServerWasFoundAndWhatItStores() throws IOException, InterruptedException {
    Ended ended = target(Map.of("CLOUDBERRY_URL", login(role.password())));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .containsPattern("Target +server at localhost:\\d+/test_\\d+ \\(CLOUDBERRY_URL\\)")
        .containsPattern("Server +PostgreSQL 14")
        .containsPattern("HEAP +yes")
        .containsPattern("PAX +no: the server has no access method 'pax'")
        .contains("client and server share this machine")
        .doesNotContain(role.password());
    assertThat(ended.err()).isEmpty();
  }

  @Test
  void aWrongPasswordIsToldInOneLineWithoutAnyPassword() throws IOException, InterruptedException {
    Ended ended =
        target(Map.of("CLOUDBERRY_URL", login("wrong-one"), "PGPASSWORD", role.password()));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains("password authentication failed")
        .contains("PGPASSWORD or a password file")
        .doesNotContain("wrong-one")
        .doesNotContain(role.password());
  }

  @Test
  void thePasswordIsTakenFromTheEnvironment() throws IOException, InterruptedException {
    Ended ended =
        target(
            Map.of(
                "CLOUDBERRY_URL",
                role.url(),
                "PGUSER",
                role.name(),
                "PGPASSWORD",
                role.password()));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  @Test
  void thePasswordIsTakenFromThePasswordFile() throws IOException, InterruptedException {
    Path file =
        Files.writeString(
            folder.resolve("pgpass"), "*:*:*:" + role.name() + ":" + role.password() + "\n");
    Files.setPosixFilePermissions(
        file, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    Ended ended =
        target(
            Map.of(
                "CLOUDBERRY_URL",
                role.url(),
                "PGUSER",
                role.name(),
                "PGPASSFILE",
                file.toString()));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }

  @Test
  void aServiceFileSaysWhereTheServerIs() throws IOException, InterruptedException {
    String host = role.url().replaceAll(".*//([^:]+):.*", "$1");
    String port = role.url().replaceAll(".*:(\\d+)/.*", "$1");
    String name = role.url().replaceAll(".*/", "");
    Path file =
        Files.writeString(
            folder.resolve("services"),
            String.join(
                "\n",
                "[bench]",
                "host=" + host,
                "port=" + port,
                "dbname=" + name,
                "user=" + role.name(),
                "password=" + role.password(),
                ""));
    Ended ended =
        target(
            Map.of(
                "CLOUDBERRY_URL",
                "jdbc:postgresql://?service=bench",
                "PGSERVICEFILE",
                file.toString()));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("server at " + host + ":" + port + "/" + name);
  }

  @Test
  void aRoleThatIsReadOnlyIsShownAndRefused()
      throws IOException, InterruptedException, SQLException {
    GuardedRole reader = GuardedRole.create();
    reader
        .database()
        .execute("ALTER ROLE " + reader.name() + " SET default_transaction_read_only = on");
    Ended ended =
        target(
            Map.of(
                "CLOUDBERRY_URL",
                reader.url() + "?user=" + reader.name() + "&password=" + reader.password()));

    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err().lines())
        .singleElement()
        .asString()
        .contains("default_transaction_read_only");
  }

  @Test
  @Cluster.Needed
  void segmentsOfAClusterAreShown() throws IOException, InterruptedException {
    Ended ended = target(Cluster.database().environment());

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .containsPattern("Segments +\\d+ primaries, \\d+ mirrors")
        .containsPattern("coordinator +primary +up")
        .containsPattern("segment 0 +primary +up")
        .containsPattern("AOCO +yes");
  }

  @Test
  void aServerThatComparesWouldFindUnlikeAnEarlierOneEndsWithFour()
      throws IOException, InterruptedException {
    Map<String, String> environment = Map.of("CLOUDBERRY_URL", login(role.password()));
    Path file = folder.resolve("baseline.json");

    assertThat(target(environment, "--fingerprint", file.toString()).exitCode()).isZero();
    assertThat(target(environment, "--like", file.toString()).exitCode()).isZero();

    String found = Files.readString(file);
    assertThat(found).doesNotContain(role.password());
    Files.writeString(file, found.replaceFirst("\"fsync\" : \"\\w+\"", "\"fsync\" : \"maybe\""));
    Ended unlike = target(environment, "--like", file.toString());
    assertThat(unlike.exitCode()).isEqualTo(4);
    assertThat(unlike.err())
        .contains("not comparable with " + file + ": settings.fsync (maybe / ")
        .contains("--allow settings.fsync accepts it");
    assertThat(
            target(environment, "--like", file.toString(), "--allow", "settings.fsync").exitCode())
        .isZero();
    assertThat(target(environment, "--like", folder + "/absent").exitCode()).isEqualTo(2);
  }

  private Ended target(Map<String, String> environment, String... options)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("target"));
    words.addAll(List.of(options));
    return CommandLineRun.start(environment, folder, words.toArray(String[]::new)).end();
  }

  private static String login(String password) {
    return role.url() + "?user=" + role.name() + "&password=" + password;
  }
}
