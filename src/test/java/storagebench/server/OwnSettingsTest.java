package storagebench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.UserError;
import storagebench.fixture.Cluster;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.Pause;
import storagebench.fixture.TestDatabase;

/** The settings of the suite's sessions, on the server and on every segment of it. */
@Timeout(60)
class OwnSettingsTest {
  @Test
  void aSessionHasTheSettingsThatItsTargetWasGiven() throws SQLException {
    Target target = target(EmbeddedServer.sharedDatabase()).with(Map.of("work_mem", "7MB"));
    try (Connection session = target.connect()) {
      assertThat(TestDatabase.strings(session, "SHOW work_mem")).containsExactly("7MB");
      assertThatCode(() -> target.requireSettings(session)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync_commit", "pax.enabel_toast"})
  void aSettingThatTheServerLacksIsRefusedAlthoughSetWouldTakeIt(String name) {
    Target target = target(EmbeddedServer.sharedDatabase()).with(Map.of(name, "on"));

    assertThatThrownBy(target::connect)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no setting '" + name + "'")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aValueThatTheServerRefusesIsToldWithTheSettingsName() {
    Target target = target(EmbeddedServer.sharedDatabase()).with(Map.of("work_mem", "much"));

    assertThatThrownBy(target::connect)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot set work_mem");
  }

  @Test
  @Cluster.Needed
  void aSessionOfTheSuiteKeepsItsSegmentProcesses() throws SQLException {
    try (Connection session = target(Cluster.database()).connect()) {
      assertThat(TestDatabase.strings(session, "SHOW gp_vmem_idle_resource_timeout"))
          .containsExactly("0");
    }
  }

  @Test
  @Cluster.Needed
  void aSettingIsThatOfEverySegmentToo() throws SQLException {
    Target target = target(Cluster.database()).with(Map.of("synchronous_commit", "off"));
    try (Connection session = target.connect()) {
      assertThat(Server.read(session).settings())
          .containsEntry("synchronous_commit", "off")
          .doesNotContainKey("synchronous_commit.segments");
    }
  }

  @Test
  @Cluster.Needed
  void aSettingThatIsLostWithTheSegmentProcessesIsRefused() throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("synchronous_commit", "off");
    settings.put("gp_vmem_idle_resource_timeout", "500ms");
    Target target = target(Cluster.database()).with(settings);
    try (Connection session = target.connect();
        Connection other = Cluster.database().connect()) {
      String number = TestDatabase.strings(session, "SHOW gp_session_id").get(0);
      while (!processes(other, number).isEmpty()) {
        Pause.brief();
      }

      assertThatThrownBy(() -> target.requireSettings(session))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("{synchronous_commit.segments=on} there")
          .hasMessageContaining("synchronous_commit=off")
          .hasMessageNotContaining("\n");
    }
  }

  /** The driver gives the option to the coordinator alone. */
  @Test
  @Cluster.Needed
  void whatTheUrlSetsAndNoSegmentHasIsRecordedAsDifferent() throws SQLException {
    TestDatabase database = Cluster.database();
    try (Connection session = database.connect(Map.of("options", "-c synchronous_commit=off"))) {
      assertThat(Server.read(session).settings())
          .containsEntry("synchronous_commit", "off")
          .containsEntry("synchronous_commit.segments", "on");
    }
  }

  /** Of a session, on the segments. */
  private static List<String> processes(Connection asked, String session) throws SQLException {
    String segments =
        SqlScript.named("profile/backends_segments")
            .statement(Map.of("sessions", "{" + session + "}"));
    return TestDatabase.strings(
        asked, "SELECT pids FROM (" + segments + ") AS segment WHERE pids IS NOT NULL");
  }

  private static Target target(TestDatabase database) {
    return UrlTarget.of(database.environment());
  }
}
