package storagebench.gpfdist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.fixture.Pause;

/** Segments that ask as they should get every row once. */
@Timeout(30)
class ServedRowsTest {
  private static final int ROWS = 20_000;
  private static final long PAUSE_NANOS = 500_000_000;

  private final List<SegmentClient> clients = new ArrayList<>();
  private GpfdistServer server;
  private ExecutorService threads;

  @BeforeEach
  void listen() {
    server = GpfdistServer.listen(InetAddress.getLoopbackAddress());
    threads = Executors.newCachedThreadPool();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    threads.shutdownNow();
    for (SegmentClient client : clients) {
      client.close();
    }
  }

  private SegmentClient segment(RowSource source, int scan, int segment) throws IOException {
    SegmentClient client =
        SegmentClient.asking(
            source.locations(source.segments()).get(segment), scan, segment, source.segments());
    clients.add(client);
    return client;
  }

  /** What all segments of a scan read at once. */
  private String readByAll(RowSource source, int scan)
      throws IOException, InterruptedException, ExecutionException {
    List<Future<String>> reading = new ArrayList<>();
    for (int i = 0; i < source.segments(); i++) {
      SegmentClient client = segment(source, scan, i);
      reading.add(threads.submit(client::rows));
    }
    StringBuilder rows = new StringBuilder();
    for (Future<String> one : reading) {
      rows.append(one.get());
    }
    return rows.toString();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64})
  void segmentsThatAskAtOnceShareTheRows(int segments) throws Exception {
    RowSource source = server.source(segments);
    Offer offer = source.offer(SharedRows.blocks(ROWS, segments));

    String rows = readByAll(source, 1);

    assertThat(SharedRows.numbers(rows)).isEqualTo(SharedRows.numbers(ROWS));
    Served served = offer.served();
    assertThat(served.rows()).isEqualTo(ROWS);
    assertThat(served.bytes()).isEqualTo(rows.length());
    assertThat(served.missing()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void ofABatchOfOneRowOrNoneASegmentMayGetNothing(int count) throws Exception {
    RowSource source = server.source(2);
    Offer offer = source.offer(SharedRows.blocks(count, 2));

    assertThat(SharedRows.numbers(readByAll(source, 1))).isEqualTo(SharedRows.numbers(count));
    assertThat(offer.served().rows()).isEqualTo(count);
    assertThat(offer.served().missing()).isEmpty();
  }

  @Test
  void aSegmentThatComesLateGetsAnEmptyEnd() throws IOException {
    RowSource source = server.source(2);
    Offer offer = source.offer(SharedRows.blocks(ROWS, 2));

    assertThat(SharedRows.numbers(segment(source, 1, 1).rows()))
        .isEqualTo(SharedRows.numbers(ROWS));
    assertThat(offer.soFar().missing()).containsExactly(0);
    assertThat(offer.soFar().lastAsked()).isEmpty();
    assertThat(segment(source, 1, 0).rows()).isEmpty();

    Served served = offer.served();
    assertThat(served.shares()).extracting(Served.Share::rows).containsExactly(0L, (long) ROWS);
    assertThat(served.skew()).isEqualTo(2);
    assertThat(served.firstAsked().orElseThrow()).isLessThan(served.lastAsked().orElseThrow());
  }

  @Test
  void aSegmentThatAsksAgainGetsNoRowTwice() throws IOException {
    RowSource source = server.source(2);
    source.offer(SharedRows.blocks(ROWS, 2));

    String first = segment(source, 1, 0).rows();
    assertThat(segment(source, 1, 0).rows()).isEmpty();
    assertThat(SharedRows.numbers(first)).isEqualTo(SharedRows.numbers(ROWS));
  }

  @Test
  void rowsLongerThanABlockArriveWhole() throws Exception {
    String row = "7\t" + "x".repeat(3_000_000) + "\n";
    RowSource source = server.source(2);
    source.offer(RowBlocks.of(SharedRows.chunks(row + row + "8\tshort\n", 1 << 16), 2));

    assertThat(SharedRows.numbers(readByAll(source, 1))).containsExactly(7, 7, 8);
  }

  @Test
  void anotherStatementReadsTheBatchAnew() throws Exception {
    RowSource source = server.source(2);
    Offer offer = source.offer(SharedRows.blocks(ROWS, 2));

    assertThat(SharedRows.numbers(readByAll(source, 1))).isEqualTo(SharedRows.numbers(ROWS));
    assertThat(SharedRows.numbers(readByAll(source, 2))).isEqualTo(SharedRows.numbers(ROWS));
    assertThat(offer.served().rows()).isEqualTo(ROWS);
  }

  @Test
  void theSameUrlsServeTheNextBatch() throws Exception {
    RowSource source = server.source(2);
    for (int rows = 1000; rows < 1003; rows++) {
      Offer offer = source.offer(SharedRows.blocks(rows, 2));
      assertThat(SharedRows.numbers(readByAll(source, rows))).isEqualTo(SharedRows.numbers(rows));
      assertThat(offer.served().rows()).isEqualTo(rows);
    }
  }

  @Test
  void twoSourcesServeTheirOwnRows() throws Exception {
    RowSource one = server.source(2);
    RowSource other = server.source(2);
    one.offer(SharedRows.blocks(100, 2));
    other.offer(SharedRows.blocks(200, 2));

    assertThat(one.locations(1)).doesNotContainAnyElementsOf(other.locations(1));
    assertThat(SharedRows.numbers(readByAll(one, 1))).hasSize(100);
    assertThat(SharedRows.numbers(readByAll(other, 1))).hasSize(200);
  }

  @Test
  void aSlowSegmentTakesFewerRowsAndDoesNotSeemToWaitForTheClient() throws Exception {
    int rows = 1_000_000;
    RowSource source = server.source(2);
    Offer offer = source.offer(SharedRows.blocks(rows, 2));
    long begun = System.nanoTime();
    SegmentClient slow = segment(source, 1, 0);
    String first = slow.frame().orElseThrow();

    String fast = segment(source, 1, 1).rows();
    for (long paused = System.nanoTime(); System.nanoTime() - paused < PAUSE_NANOS; ) {
      Pause.brief();
    }
    String all = first + slow.rows() + fast;
    long nanos = System.nanoTime() - begun;

    assertThat(SharedRows.numbers(all)).isEqualTo(SharedRows.numbers(rows));
    Served served = offer.served();
    assertThat(served.shares().get(0).rows()).isLessThan(served.shares().get(1).rows());
    assertThat(served.skew()).isBetween(1.0, 2.0);
    assertThat(served.shares().get(0).clientNanos()).isBetween(1L, nanos - PAUSE_NANOS);
  }
}
