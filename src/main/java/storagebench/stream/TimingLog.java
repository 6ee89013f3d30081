package storagebench.stream;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import storagebench.stream.TimeBreakdown.Activity;

/**
 * Where the time of each part of a stream went, in {@code timings.csv}. A part is a phase, or what
 * was done of it between two interruptions; one whose client was killed leaves no row.
 */
final class TimingLog implements AutoCloseable {
  /** The file in a stream's folder. */
  static final String FILE = "timings.csv";

  private final AppendedCsv csv;

  private TimingLog(AppendedCsv csv) {
    this.csv = csv;
  }

  /** The log in a stream's folder; made if absent. */
  static TimingLog open(Path folder) {
    List<String> names = new ArrayList<>(List.of("ended", "phase", "inserts", "rows", "wall_s"));
    for (Activity activity : Activity.values()) {
      names.add(activity.name().toLowerCase(Locale.ROOT) + "_s");
    }
    names.addAll(List.of("runner_s", "runner_by_insert"));
    return new TimingLog(AppendedCsv.open(folder.resolve(FILE), names));
  }

  /** Adds a part that ends now. */
  void add(Phase phase, List<BatchRow> inserted, TimeBreakdown sheet) {
    List<Object> row = new ArrayList<>();
    row.add(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    row.add(phase.number());
    row.add(inserted.size());
    row.add(inserted.stream().mapToLong(batch -> batch.digest().rows()).sum());
    row.add(sheet.wall());
    for (Activity activity : Activity.values()) {
      row.add(sheet.seconds(activity));
    }
    row.add(sheet.runner());
    row.add(inserted.isEmpty() ? null : sheet.runner() / sheet.seconds(Activity.INSERT));
    csv.append(row);
  }

  @Override
  public void close() {
    csv.close();
  }
}
