package storagebench.stream;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import storagebench.stream.TimeBreakdown.Activity;

/**
 * Where the seconds of a part of a stream went, as a line of {@code timings.csv}. A part is a
 * phase, or what was done of it between two interruptions; one whose client was killed leaves no
 * line.
 *
 * @param ended UTC, ISO 8601
 * @param runnerByInsert null if nothing was inserted
 */
record TimingLine(
    String ended,
    int phase,
    int inserts,
    long rows,
    double wallS,
    double createS,
    double stageS,
    double insertS,
    double journalS,
    double writeS,
    double sizeS,
    double analyzeS,
    double verifyS,
    double queryS,
    double runnerS,
    Double runnerByInsert) {
  /** The file in a stream's folder. */
  static final String FILE = "timings.csv";

  /** A part that ends now. */
  static TimingLine of(Phase phase, List<BatchRow> inserted, TimeBreakdown sheet) {
    return new TimingLine(
        Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        phase.number(),
        inserted.size(),
        inserted.stream().mapToLong(batch -> batch.digest().rows()).sum(),
        sheet.wall(),
        sheet.seconds(Activity.CREATE),
        sheet.seconds(Activity.STAGE),
        sheet.seconds(Activity.INSERT),
        sheet.seconds(Activity.JOURNAL),
        sheet.seconds(Activity.WRITE),
        sheet.seconds(Activity.SIZE),
        sheet.seconds(Activity.ANALYZE),
        sheet.seconds(Activity.VERIFY),
        sheet.seconds(Activity.QUERY),
        sheet.runner(),
        inserted.isEmpty() ? null : sheet.runner() / sheet.seconds(Activity.INSERT));
  }
}
