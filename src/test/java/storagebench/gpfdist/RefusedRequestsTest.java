package storagebench.gpfdist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.UserError;

/** What is no request of a segment's gets an HTTP error, no row, and one line in the log. */
@Timeout(30)
class RefusedRequestsTest {
  private static final Deadlines SHORT =
      new Deadlines(Duration.ofMillis(300), Duration.ofSeconds(20));

  private final List<String> log = new CopyOnWriteArrayList<>();
  private GpfdistServer server;
  private RowSource source;
  private URI location;

  @BeforeEach
  void listen() {
    server = GpfdistServer.listen(InetAddress.getLoopbackAddress(), SHORT, log::add);
    source = server.source(2);
    source.offer(SharedRows.blocks(100, 2));
    location = URI.create(source.locations(1).get(0));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String answer(String request) throws IOException {
    try (SegmentClient client = new SegmentClient(location)) {
      client.send(request);
      return client.status();
    }
  }

  private String valid() {
    return SegmentClient.request(location.getPath(), 1, 1, 0, 2);
  }

  @Test
  void aValidRequestIsServed() throws IOException {
    assertThat(answer(valid())).isEqualTo("200 ok");
    assertThat(log).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/, 404 unknown path",
    "/batch, 404 unknown path",
    "/00000000000000000000000000000000/0, 404 unknown path",
    "/../../etc/passwd, 404 unknown path",
    "batch, 400 no HTTP request",
  })
  void anUnknownPath(String path, String expected) throws IOException {
    assertThat(answer(SegmentClient.request(path, 1, 1, 0, 2))).isEqualTo(expected);
    assertThat(log).singleElement().asString().endsWith(": " + expected);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, POST, 405 rows can only be read here",
    "HTTP/1.1, HTTP/2, 400 no HTTP request",
    "X-GP-PROTO: 1, X-GP-PROTO: 0, '400 expected X-GP-PROTO: 1, as from a readable external table'",
    "X-GP-PROTO: 1, Proto: 1, '400 expected X-GP-PROTO: 1, as from a readable external table'",
    "X-GP-XID, Xid, 400 no X-GP-XID",
    "X-GP-SEGMENT-ID: 0, X-GP-SEGMENT-ID: 2, 400 expected 2 segments",
    "X-GP-SEGMENT-ID: 0, X-GP-SEGMENT-ID: -1, 400 X-GP-SEGMENT-ID is no number",
    "X-GP-SEGMENT-ID: 0, X-GP-SEGMENT-ID: 99999999999, 400 X-GP-SEGMENT-ID is no number",
    "X-GP-SEGMENT-COUNT: 2, X-GP-SEGMENT-COUNT: 3, 400 expected 2 segments",
    "X-GP-CID: 0, X-GP-CID 0, 400 malformed header",
  })
  void aMalformedRequest(String part, String broken, String expected) throws IOException {
    assertThat(answer(valid().replace(part, broken))).isEqualTo(expected);
    assertThat(log).singleElement().asString().endsWith(": " + expected);
  }

  @Test
  void aRequestWhileNothingIsOnOffer() throws IOException {
    source.withdraw();
    assertThat(answer(valid())).isEqualTo("404 no batch is on offer");
    assertThat(answer(SegmentClient.request(path(server.source(2)), 1, 1, 0, 2)))
        .isEqualTo("404 no batch is on offer");
  }

  private static String path(RowSource source) {
    return URI.create(source.locations(1).get(0)).getPath();
  }

  @Test
  void anEndlessHeader() throws IOException {
    try (SegmentClient client = new SegmentClient(location)) {
      client.send("GET / HTTP/1.1\r\nX-Long: " + "x".repeat(Request.MAX_HEAD_BYTES));
      assertThat(client.status()).isEqualTo("431 the request is too long");
    }
    assertThat(log).hasSize(1);
  }

  @Test
  void aRequestThatDoesNotEnd() throws IOException {
    try (SegmentClient client = new SegmentClient(location)) {
      client.send("GET / HTTP/1.1\r\nHost");
      assertThat(client.status()).isEqualTo("408 the request does not end");
    }
    assertThat(log).hasSize(1);
  }

  @Test
  void moreStatementsThanReadABatchOnPurpose() throws IOException {
    for (int scan = 0; scan < 16; scan++) {
      assertThat(answer(SegmentClient.request(location.getPath(), 1, scan, 0, 2)))
          .isEqualTo("200 ok");
    }
    assertThat(answer(SegmentClient.request(location.getPath(), 1, 16, 0, 2)))
        .isEqualTo("429 too many statements read this batch");
  }

  @Test
  void moreConnectionsThanSegmentsNeed() throws IOException {
    List<SegmentClient> idle = new ArrayList<>();
    try {
      for (int i = 0; i < 2 * 2 + 8; i++) {
        idle.add(new SegmentClient(location));
      }
      try (SegmentClient tooMany = new SegmentClient(location)) {
        tooMany.send(valid());
        assertThat(tooMany.status()).isEqualTo("503 more connections than segments need are open");
        assertThat(tooMany.isAtEnd()).isTrue();
      }
    } finally {
      for (SegmentClient client : idle) {
        client.close();
      }
    }
  }

  @Test
  void anAddressThatIsNotThisMachines() throws IOException {
    InetAddress elsewhere = InetAddress.getByName("192.0.2.1");
    assertThatThrownBy(() -> GpfdistServer.listen(elsewhere))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot listen on 192.0.2.1 for segments; expected an address");
  }
}
