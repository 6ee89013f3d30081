package storagebench.run.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;
import storagebench.results.Fingerprint;
import storagebench.server.Server;
import storagebench.server.Target;
import storagebench.server.TargetFinder;
import storagebench.storage.Variant;

/** What fingerprints say of DDL, of the command that was typed, and of what the server lacks. */
class RunFingerprintTest {
  private static final Path BEFORE =
      Path.of("results/reference/same-server/baseline/round-000/fingerprint.json");

  @Test
  void aVariantsDdlIsTheSameAsBeforeOptionsCouldBeChosen() {
    Map<String, String> before = Fingerprint.read(BEFORE).facts();

    for (Variant variant : Variant.values()) {
      assertThat(RunFingerprint.sha256(variant.ddl())).isEqualTo(before.get("ddl." + variant));
    }
    Variant other = Variant.AO.with(Map.of("blocksize", "8192"));
    assertThat(RunFingerprint.sha256(other.ddl())).isNotEqualTo(before.get("ddl.AO"));
  }

  @Test
  void theCommandIsKeptWithoutPasswords() throws SQLException {
    TestDatabase database = EmbeddedServer.newDatabase();
    List<String> command =
        List.of("copy", "-jvmArgsAppend", "-Dpassword=geheim", "jdbc:postgresql://u:geheim@h/d");
    try (Target target = new TargetFinder(database.environment(), line -> {}).find();
        Connection connection = target.connect()) {
      Fingerprint found = RunFingerprint.of(command, 7, target, Server.read(connection), Map.of());

      assertThat(new String(found.json(), StandardCharsets.UTF_8))
          .contains("-Dpassword=***", "u:***@h")
          .doesNotContain("geheim");
    }
  }

  @Test
  void whyTheServerCannotStoreAVariantIsKept() throws SQLException {
    TestDatabase database = EmbeddedServer.sharedDatabase();
    try (Target target = new TargetFinder(database.environment(), line -> {}).find();
        Connection connection = target.connect()) {
      Fingerprint found =
          RunFingerprint.of(List.of(), 7, target, Server.read(connection), Map.of());

      assertThat(found.lacks())
          .containsOnlyKeys("AO", "AOCO", "PAX", "PAX_NO_CLUSTER")
          .containsEntry("PAX", "the server has no access method 'pax' (pg_am)");
    }
  }
}
