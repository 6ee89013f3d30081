package storagebench.gpfdist;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/**
 * One statement's way through a batch: all its segments take from one queue of blocks, and each row
 * is given away once. Thread-safe.
 */
final class Scan {
  private static final int CONFLICT = 409;
  private static final int GONE = 410;
  private static final int FAILED = 500;
  private static final Duration ENDING = Duration.ofSeconds(1);

  private final RowBlocks blocks;
  private final long offered;
  private final Account[] accounts;
  private int next;
  private String failure;

  /**
   * @param offered when the batch was offered, by {@link System#nanoTime()}
   */
  Scan(RowBlocks blocks, int segments, long offered) {
    this.blocks = blocks;
    this.offered = offered;
    this.accounts = new Account[segments];
    Arrays.setAll(accounts, segment -> new Account());
  }

  /**
   * A segment comes. One that comes again gets what is left, unless rows that it was given are
   * lost.
   */
  synchronized void begin(int segment) throws Refusal {
    Account account = accounts[segment];
    // One that has just read its end may ask again before its first connection is seen to be over.
    await(() -> account.reading, ENDING);
    if (account.reading) {
      throw new Refusal(CONFLICT, "segment " + segment + " is reading already");
    }
    if (account.lost) {
      throw new Refusal(GONE, "rows that segment " + segment + " was given are lost");
    }
    if (failure != null) {
      throw new Refusal(FAILED, failure);
    }
    account.reading = true;
    account.asked = OptionalLong.of(account.asked.orElse(System.nanoTime() - offered));
  }

  /** The next block; empty when all are given away or the scan has failed. */
  synchronized Optional<RowBlock> take(int segment) {
    if (failure != null || next == blocks.count()) {
      return Optional.empty();
    }
    accounts[segment].given = true;
    return Optional.of(blocks.get(next++));
  }

  /** A segment's connection has taken a block. */
  synchronized void sent(int segment, RowBlock block) {
    accounts[segment].rows += block.rows();
    accounts[segment].bytes += block.bytes();
  }

  /**
   * A segment was sent its end.
   *
   * @param clientNanos as in {@link Served.Share}
   */
  synchronized void waited(int segment, long clientNanos) {
    accounts[segment].clientNanos += clientNanos;
  }

  /** A segment has read its end. */
  synchronized void left(int segment) {
    accounts[segment].reading = false;
    notifyAll();
  }

  /** A segment hung up. The others are served, as after a LIMIT; its statement knows what it is. */
  synchronized void hungUp(int segment) {
    if (accounts[segment].given) {
      accounts[segment].lost = true;
    }
    left(segment);
  }

  /** A segment stopped reading: the statement cannot end well, so the others get an error. */
  synchronized void stalled(int segment, String line) {
    if (accounts[segment].given) {
      accounts[segment].lost = true;
      failure = line;
    }
    left(segment);
  }

  /** Why the segments get an error instead of an end. */
  synchronized Optional<String> failure() {
    return Optional.ofNullable(failure);
  }

  /** Waits until no segment is connected, but no longer than that. */
  synchronized void awaitQuiet(Duration limit) {
    await(this::reading, limit);
  }

  private synchronized void await(BooleanSupplier busy, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    try {
      for (long left = limit.toMillis(); busy.getAsBoolean() && left > 0; ) {
        wait(left);
        left = (deadline - System.nanoTime()) / 1_000_000;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean reading() {
    return Arrays.stream(accounts).anyMatch(account -> account.reading);
  }

  /** What was served so far. */
  synchronized Served served() {
    Served.Share[] shares = new Served.Share[accounts.length];
    Arrays.setAll(shares, segment -> accounts[segment].share(segment));
    return new Served(Arrays.asList(shares));
  }

  private static final class Account {
    private OptionalLong asked = OptionalLong.empty();
    private boolean reading;
    private boolean given;
    private boolean lost;
    private long rows;
    private long bytes;
    private long clientNanos;

    Served.Share share(int segment) {
      return new Served.Share(segment, rows, bytes, asked, clientNanos);
    }
  }
}
