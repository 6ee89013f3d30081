package storagebench.report.study;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import storagebench.results.Cell;
import storagebench.results.ProfilerMetric;
import storagebench.results.Series;

/** How long segments waited for the client's rows, where they fetch them by gpfdist. */
public final class ClientWait {
  /** Up to this share of the batches' time the client is fast enough. */
  private static final double TOLERATED = 0.05;

  private ClientWait() {}

  /**
   * Share of the batches' time in which the segment that waited longest did; empty unless every
   * fork says so.
   */
  public static OptionalDouble share(Cell cell) {
    return Speed.shareOfTime(
        cell,
        fork ->
            Optional.ofNullable(fork.secondary().get(ProfilerMetric.GPFDIST_CLIENT_WAIT))
                .filter(Series::isFinite));
  }

  /** A footnote where the share is too large for the figure to be the server's. */
  public static Optional<String> note(Cell cell) {
    return share(cell).stream()
        .filter(share -> share > TOLERATED)
        .mapToObj(
            share ->
                String.format(
                    Locale.ROOT,
                    "segments waited for the client's rows for up to %.0f %% of the time: a slow"
                        + " client, not a slow server",
                    100 * share))
        .findFirst();
  }
}
