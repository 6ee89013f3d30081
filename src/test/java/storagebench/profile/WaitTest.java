package storagebench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaitTest {
  private static WaitSampler.Sample sample(String instance, String waits) {
    return new WaitSampler.Sample(instance, 0, Wait.parse(waits).orElseThrow());
  }

  private static Map<String, Double> figures(WaitShares shares) {
    Figures figures = new Figures();
    shares.report(figures);
    Map<String, Double> byLabel = new HashMap<>();
    figures.take().forEach(r -> byLabel.put(r.getLabel(), r.getScore()));
    return byLabel;
  }

  @Test
  void waitsAreNamedByClassAndEventInMetricStyle() {
    assertThat(Wait.parse("LWLock:WALWrite,IO:DataFileRead,CPU").orElseThrow())
        .extracting(Wait::label)
        .containsExactly("lw_lock.wal_write", "io.data_file_read", "cpu");
  }

  @Test
  void aClassThatPostgresDoesNotDocumentIsAmongTheOthers() {
    assertThat(Wait.parse("ResourceGroup:ResourceGroup").orElseThrow())
        .extracting(Wait::knownKind)
        .containsExactly("other");
  }

  @Test
  void whatTheServerHidesIsNotTakenForWork() {
    assertThat(Wait.parse("<insufficient privilege>:<insufficient privilege>")).isEmpty();
  }

  @Test
  void sharesAreThoseOfTheSamplesOfTheInstancesWithRows() {
    WaitShares shares = new WaitShares();
    shares.count(sample("coordinator", "IPC:Wait"), false, false);
    shares.count(sample("segment0", "CPU"), true, false);
    shares.count(sample("segment0", "CPU"), true, false);
    shares.count(sample("segment1", "IO:WALSync"), true, true);
    shares.count(sample("segment1", "Client:ClientRead"), true, false);

    assertThat(figures(shares))
        .containsEntry("wait.cpu", 0.5)
        .containsEntry("wait.io", 0.25)
        .containsEntry("wait.before_commit.io", 0.0)
        .containsEntry("wait.ipc", 0.0)
        .containsEntry("wait.coordinator.ipc.wait", 1.0)
        .containsEntry("wait.segment1.io.wal_sync", 0.5)
        // Segment 0 worked twice, segment 1 once: 2 / 1.5.
        .containsEntry("wait.skew", 2 / 1.5);
  }

  @Test
  void aWaitSeenBeforeIsZeroInAnIterationThatDoesNotShowIt() {
    WaitShares shares = new WaitShares();
    shares.count(sample("server", "IO:WALSync"), true, false);
    figures(shares);
    shares.count(sample("server", "CPU"), true, false);

    assertThat(figures(shares))
        .containsEntry("wait.server.io.wal_sync", 0.0)
        .containsEntry("wait.server.cpu", 1.0);
  }

  @Test
  void anIterationWithoutSamplesHasNoFigures() {
    assertThat(figures(new WaitShares())).isEmpty();
  }

  @Test
  void skewIsTheMostByTheMean() {
    assertThat(Skew.of(10, 10, 40)).isEqualTo(2);
    assertThat(Skew.of(0, 0)).isNaN();
    assertThat(List.of(Skew.of(5, 5))).containsExactly(1.0);
  }
}
