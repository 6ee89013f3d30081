package storagebench.gpfdist;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one scan of a batch was served.
 *
 * @param shares what each segment got, by its number; a segment that has not asked has no {@code
 *     asked}
 */
public record Served(List<Share> shares) {

  /**
   * What one segment got.
   *
   * @param segment its number
   * @param rows rows sent to it
   * @param bytes bytes of these rows
   * @param askedNanos from the offer to the segment's first request, in nanoseconds
   * @param clientNanos nanoseconds in which its connection would have taken more than the client
   *     sent; at most that long the segment waited for the client
   */
  public record Share(
      int segment, long rows, long bytes, OptionalLong askedNanos, long clientNanos) {}

  /** Rows sent to all segments. */
  public long rows() {
    return shares.stream().mapToLong(Share::rows).sum();
  }

  /** Bytes of the rows sent to all segments. */
  public long bytes() {
    return shares.stream().mapToLong(Share::bytes).sum();
  }

  /**
   * The most rows of a segment by the mean of all, as {@code -prof segments} has it: 1 where all
   * have the same, NaN where there are none.
   */
  public double skew() {
    long most = shares.stream().mapToLong(Share::rows).max().orElse(0);
    return most == 0 ? Double.NaN : (double) most * shares.size() / rows();
  }

  /** From the offer to the first request; empty if there was none. */
  public Optional<Duration> firstAsked() {
    return shares.stream()
        .flatMapToLong(share -> share.askedNanos().stream())
        .boxed()
        .min(Comparator.naturalOrder())
        .map(Duration::ofNanos);
  }

  /** From the offer to the last segment's first request; empty while one has not asked. */
  public Optional<Duration> lastAsked() {
    return missing().isEmpty()
        ? shares.stream()
            .map(share -> Duration.ofNanos(share.askedNanos().orElseThrow()))
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }

  /** How long, at most, the segment that waited longest for the client did. */
  public Duration waitedForClient() {
    return Duration.ofNanos(shares.stream().mapToLong(Share::clientNanos).max().orElse(0));
  }

  /** Numbers of the segments that have not asked. */
  public List<Integer> missing() {
    return shares.stream()
        .filter(share -> share.askedNanos().isEmpty())
        .map(Share::segment)
        .toList();
  }
}
