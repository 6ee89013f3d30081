package storagebench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import storagebench.UserError;
import storagebench.fixture.Cluster;
import storagebench.fixture.EmbeddedServer;
import storagebench.server.Segment.Role;

class PreflightTest {
  private static final Segment COORDINATOR = new Segment(-1, Role.PRIMARY, true, "mdw", 5432);
  private static final Segment PRIMARY = new Segment(0, Role.PRIMARY, true, "sdw1", 6000);
  private static final Segment DOWN = new Segment(1, Role.PRIMARY, false, "sdw2", 6001);
  private static final Segment MIRROR_DOWN = new Segment(0, Role.MIRROR, false, "sdw2", 7000);

  @Test
  void aServerThatTakesWritesPasses() throws SQLException {
    try (Connection connection = EmbeddedServer.sharedDatabase().connect()) {
      assertThatCode(() -> Preflight.check(Server.read(connection), connection))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void aStandbyIsRefused() {
    assertRefused(server(true, false, List.of(), Map.of(), 0), "in recovery");
  }

  @Test
  void readOnlyTransactionsAreRefusedWithTheSettingsName() {
    assertRefused(server(false, true, List.of(), Map.of(), 0), "default_transaction_read_only");
  }

  @Test
  void aSegmentThatIsDownIsRefusedByItsNumberAndPlace() {
    assertRefused(
        server(false, false, List.of(COORDINATOR, PRIMARY, DOWN), Map.of(), 0),
        "the primary of segment 1 at sdw2:6001 is down");
  }

  @Test
  void aQuietReleaseServerHasNoWarnings() {
    assertThat(
            Preflight.warnings(
                server(false, false, List.of(), Map.of("fsync", "on"), 0), Optional.empty()))
        .isEmpty();
  }

  @Test
  void aServerOnTheClientsMachineIsWarnedOf() throws SQLException {
    try (Connection connection = EmbeddedServer.sharedDatabase().connect()) {
      assertThat(Preflight.warnings(Server.read(connection), Optional.empty()))
          .anySatisfy(line -> assertThat(line).startsWith("client and server share this machine"));
    }
  }

  @Test
  void aSegmentThatDoesNotKeepItsDataIsWarnedOf() {
    Map<String, String> settings = Map.of("fsync", "on", "fsync.segment1", "off");

    assertThat(Preflight.warnings(server(false, false, List.of(), settings, 0), Optional.empty()))
        .singleElement()
        .asString()
        .startsWith("fsync.segment1 is off: commits are cheaper");
  }

  @Test
  void whatWouldSpoilAMeasurementIsWarnedOf() {
    List<Segment> segments = new ArrayList<>(List.of(COORDINATOR, PRIMARY, MIRROR_DOWN));
    int cpus = Runtime.getRuntime().availableProcessors();
    for (int i = 0; i <= cpus; i++) {
      segments.add(new Segment(i + 1, Role.PRIMARY, true, "localhost", 6010 + i));
    }
    Server server =
        server(
            false,
            false,
            segments,
            Map.of(
                "debug_assertions",
                "on",
                "fsync",
                "off",
                "full_page_writes",
                "off",
                "synchronous_commit",
                "off"),
            3);

    assertThat(Preflight.warnings(server, Optional.empty()))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).contains("assertions are enabled"),
            line -> assertThat(line).startsWith("fsync is off"),
            line -> assertThat(line).startsWith("full_page_writes is off"),
            line -> assertThat(line).startsWith("synchronous_commit is off"),
            line -> assertThat(line).contains("the mirror of segment 0 at sdw2:7000 is down"),
            line -> assertThat(line).contains((cpus + 1) + " segments share the "),
            line -> assertThat(line).contains("3 other sessions active"));
  }

  @Test
  void segmentsOfAContainerShareTheCpusOfTheEnginesMachine() {
    List<Segment> three =
        IntStream.range(0, 3)
            .mapToObj(i -> new Segment(i, Role.PRIMARY, true, "cdw", 6000 + i))
            .toList();
    Server server = server(false, false, three, Map.of(), 0);

    assertThat(Preflight.warnings(server, Optional.of(container(true, 2))))
        .anyMatch(line -> line.equals("3 segments share the 2 CPUs of this machine"))
        .anyMatch(line -> line.startsWith("client and server share this machine"));
    assertThat(Preflight.warnings(server, Optional.of(container(false, 2))))
        .containsExactly("3 segments share the 2 CPUs of the engine's machine");
    assertThat(Preflight.warnings(server, Optional.of(container(false, 3)))).isEmpty();
  }

  private static StartedServer container(boolean here, int cpus) {
    return new StartedServer(here, cpus, Optional.empty(), Optional::empty, () -> {});
  }

  @Test
  @Cluster.Needed
  void aClusterWhoseSegmentsAllAnswerPasses() throws SQLException {
    try (Connection connection = Cluster.database().connect()) {
      assertThatCode(() -> Preflight.check(Server.read(connection), connection))
          .doesNotThrowAnyException();
    }
  }

  private static void assertRefused(Server server, String why) {
    assertThatThrownBy(() -> Preflight.check(server, null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("\n");
  }

  private static Server server(
      boolean recovering,
      boolean readOnly,
      List<Segment> segments,
      Map<String, String> settings,
      int sessions) {
    return new Server(
        "PostgreSQL 14",
        recovering,
        readOnly,
        false,
        sessions,
        Set.of("heap"),
        Set.of(),
        segments,
        settings);
  }
}
