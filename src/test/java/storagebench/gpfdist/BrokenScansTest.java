package storagebench.gpfdist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import storagebench.fixture.Pause;

/** Scans that do not end as they should end all the same, and nobody gets a row twice. */
@Timeout(30)
class BrokenScansTest {
  /** More than sockets hold, so that a segment that reads nothing keeps the server waiting. */
  private static final int ROWS = 1_000_000;

  private static final Deadlines SHORT =
      new Deadlines(Duration.ofMillis(300), Duration.ofMillis(300));

  private final List<String> log = new CopyOnWriteArrayList<>();
  private GpfdistServer server;
  private RowSource source;
  private Offer offer;

  @BeforeEach
  void listen() {
    start(Deadlines.USUAL);
  }

  private void start(Deadlines deadlines) {
    server = GpfdistServer.listen(InetAddress.getLoopbackAddress(), deadlines, log::add);
    source = server.source(2);
    offer = source.offer(SharedRows.blocks(ROWS, 2));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private SegmentClient segment(int segment) throws IOException {
    return SegmentClient.asking(source.locations(2).get(segment), 1, segment, 2);
  }

  @Test
  void theOthersAreServedWhenASegmentHangsUpEarlyAsAfterALimit() throws IOException {
    SegmentClient early = segment(0);
    String read = early.frame().orElseThrow();
    early.close();
    offer.served();

    Set<Integer> others = new HashSet<>(SharedRows.numbers(segment(1).rows()));

    assertThat(SharedRows.numbers(read)).noneMatch(others::contains);
    assertThat(log).isEmpty();
  }

  @Test
  void aSegmentWhoseConnectionWasCutCannotGoOnWithoutTheRowsThatAreLost() throws IOException {
    SegmentClient cut = segment(0);
    cut.frame();
    cut.reset();
    offer.served();

    assertThat(segment(0).status()).isEqualTo("410 rows that segment 0 was given are lost");
  }

  private void awaitLine() {
    while (log.isEmpty()) {
      Pause.brief();
    }
  }

  @Test
  void aSegmentThatStopsReadingFailsTheScan() throws IOException {
    server.close();
    start(SHORT);
    try (SegmentClient stopped = segment(0)) {
      stopped.frame();
      awaitLine();

      assertThatThrownBy(() -> segment(1).rows())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("500 segment 0 read nothing for 0.3 s");
      assertThatThrownBy(stopped::rows).isInstanceOf(EOFException.class);
    }
    assertThat(log).contains("gpfdist: segment 0 read nothing for 0.3 s");
  }

  @Test
  void aSegmentThatIsReadingWhenAnotherHasStoppedGetsAnErrorInsteadOfTheEnd() throws IOException {
    server.close();
    start(new Deadlines(Duration.ofSeconds(1), Duration.ofSeconds(1)));
    try (SegmentClient stopped = segment(0);
        SegmentClient reading = segment(1)) {
      stopped.frame();
      assertThatThrownBy(
              () -> {
                while (reading.frame().isPresent()) {
                  Thread.sleep(100);
                }
              })
          .hasMessage("gpfdist error - segment 0 read nothing for 1.0 s");
    }
  }

  @Test
  void aSegmentThatIsStillConnectedAtTheEndIsNotWaitedForForever() throws IOException {
    server.close();
    start(SHORT);
    offer = source.offer(SharedRows.blocks(10, 2));
    try (SegmentClient staying = segment(0)) {
      while (staying.frame().isPresent()) {
        Pause.brief();
      }
      awaitLine();
      assertThat(staying.isAtEnd()).isTrue();
    }
    assertThat(log).containsExactly("gpfdist: segment 0 read nothing for 0.3 s");
  }

  @Test
  void aSegmentThatAsksTwiceAtOnceGetsOneStream() throws IOException {
    SegmentClient first = segment(0);
    String begun = first.frame().orElseThrow();

    assertThat(segment(0).status()).isEqualTo("409 segment 0 is reading already");
    String all = begun + first.rows() + segment(1).rows();
    assertThat(SharedRows.numbers(all)).isEqualTo(SharedRows.numbers(ROWS));
  }

  @Test
  void closingTheServerEndsWhatItServes() throws IOException {
    SegmentClient reading = segment(0);
    reading.frame();
    server.close();

    assertThatThrownBy(reading::rows).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> segment(1)).isInstanceOf(IOException.class);
  }

  @Test
  void closingTheSourceEndsItsScansOnly() throws IOException {
    RowSource other = server.source(1);
    other.offer(SharedRows.blocks(10, 1));
    SegmentClient reading = segment(0);
    reading.frame();
    source.close();

    assertThatThrownBy(reading::rows).isInstanceOf(IOException.class);
    assertThat(segment(1).status()).isEqualTo("404 unknown path");
    assertThat(SegmentClient.asking(other.locations(1).get(0), 1, 0, 1).rows().lines()).hasSize(10);
  }
}
