package storagebench.gpfdist;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A batch on offer. Each statement that scans it gets all of it; the suite has one statement an
 * offer. Thread-safe.
 */
public final class Offer {
  /** More statements than these read a batch only by mistake. */
  private static final int MOST_SCANS = 16;

  /** Segments close their connections when the statement ends; then this is not waited for. */
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private static final int TOO_MANY_REQUESTS = 429;

  private final RowBlocks blocks;
  private final int segments;
  private final long offered = System.nanoTime();
  private final Map<String, Scan> scans = new HashMap<>();
  private Scan last;

  Offer(RowBlocks blocks, int segments) {
    this.blocks = blocks;
    this.segments = segments;
    this.last = new Scan(blocks, segments, offered);
  }

  /** The scan of that name; begun by the first segment that asks. */
  synchronized Scan scan(String name) throws Refusal {
    Scan scan = scans.get(name);
    if (scan == null) {
      if (scans.size() == MOST_SCANS) {
        throw new Refusal(TOO_MANY_REQUESTS, "too many statements read this batch");
      }
      scan = scans.isEmpty() ? last : new Scan(blocks, segments, offered);
      scans.put(name, scan);
      last = scan;
    }
    return scan;
  }

  private synchronized Scan last() {
    return last;
  }

  /** What the last scan was served, as far as it has come; nothing before the first request. */
  public Served soFar() {
    return last().served();
  }

  /** What the last scan was served. Call it when the statement has ended. */
  public Served served() {
    Scan scan = last();
    scan.awaitQuiet(CLOSING);
    return scan.served();
  }
}
