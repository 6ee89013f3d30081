package storagebench.stream;

import java.util.Locale;
import java.util.stream.Collectors;
import storagebench.Count;
import storagebench.run.plan.Amounts;
import storagebench.storage.Variant;
import storagebench.workload.DayOfTraffic;

/**
 * The words for the progress of a phase.
 *
 * @param phase which one
 * @param day its batches
 * @param progress how far it is
 */
record PhaseLines(Phase phase, DayOfTraffic day, PhaseProgress progress) {
  /** What the phase is, as it begins or goes on. */
  String beginning() {
    return String.format(
        Locale.ROOT,
        "%s: %s, %s for each of %s; %,d are in",
        phase,
        Count.of(day.batches(), "batch"),
        Count.of(day.rows(), "row"),
        progress.variants().stream().map(Variant::name).collect(Collectors.joining(", ")),
        progress.rows());
  }

  /** Batch k is about to be staged and inserted. */
  String now(int k) {
    return String.format(
        Locale.ROOT,
        "batch %d of %d, %02d h; %sthen %s",
        k,
        day.batches(),
        day.hour(k),
        progress.isGuess() ? "the time left is a guess; " : "",
        progress.afterwards());
  }

  /** All variants have batch k. */
  String done(int k) {
    StringBuilder line =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "[%d/%d] %02d h  %s in each table (%.1f %% of the day)  rows/s:",
                k,
                day.batches(),
                day.hour(k),
                Count.of(progress.rows(), "row"),
                100.0 * progress.rows() / day.rows()));
    for (Variant variant : progress.variants()) {
      line.append(String.format(Locale.ROOT, " %s %,.0f", variant, progress.rate(variant)));
    }
    return line.append("  left: ")
        .append(progress.isGuess() ? "perhaps " : "")
        .append(Amounts.text(progress.left()))
        .append(", then ")
        .append(progress.afterwards())
        .toString();
  }
}
