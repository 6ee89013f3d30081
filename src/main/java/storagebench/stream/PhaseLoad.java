package storagebench.stream;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import storagebench.run.progress.Progress;
import storagebench.storage.BenchTable;
import storagebench.storage.Ingest;
import storagebench.storage.Staging;
import storagebench.storage.Variant;
import storagebench.storage.Workload;
import storagebench.stream.BatchRow.Place;
import storagebench.stream.BatchRow.Times;
import storagebench.stream.TimeBreakdown.Activity;
import storagebench.workload.DayOfTraffic;
import storagebench.workload.Digest;

/**
 * Loads a phase: inserts every missing batch into every table, then counts and checks the rows.
 * Everything happens one after the other, so that nothing disturbs what is timed.
 */
final class PhaseLoad implements AutoCloseable {
  /** Batches between two readings of the sizes. */
  static final int SIZED_EVERY = 10;

  private final Phase phase;
  private final StreamPlan plan;
  private final DayOfTraffic day;
  private final StreamFolder folder;
  private final PhaseTables tables;
  private final Staging staging;
  private final Ingest ingest;
  private final TimedInsert timed;
  private final TimeBreakdown sheet;
  private final Progress display;
  private final PhaseProgress pace;
  private final PhaseLines words;
  private final List<BatchRow> inserted = new ArrayList<>();

  PhaseLoad(
      Phase phase,
      StreamFolder folder,
      Sessions sessions,
      Workload workload,
      PhaseTables tables,
      TimeBreakdown sheet,
      Progress display)
      throws SQLException {
    this.phase = phase;
    this.plan = folder.plan();
    this.day = plan.day();
    this.folder = folder;
    this.tables = tables;
    this.staging = new Staging(sessions.aside(), workload);
    this.ingest = plan.method().open(sessions.inserting(), staging);
    this.timed = new TimedInsert(sessions, plan.run(), sheet);
    this.sheet = sheet;
    this.display = display;
    this.pace =
        new PhaseProgress(
            plan, folder.batches().stream().filter(row -> row.place().phase() == phase).toList());
    this.words = new PhaseLines(phase, day, pace);
  }

  /** The batches inserted by this part of the stream. */
  List<BatchRow> inserted() {
    return inserted;
  }

  /** Inserts what is missing. */
  void load() throws SQLException {
    display.begin(phase.toString());
    display.plain(words.beginning());
    display.show(pace.status());
    for (int k = 1; k <= day.batches(); k++) {
      List<Place> missing = missing(k);
      if (!missing.isEmpty()) {
        batch(k, missing);
      }
    }
    size(day.batches());
    sheet.run(Activity.WRITE, folder::writeResults);
  }

  /**
   * Counts and checks the rows of every table, and that those of the workload are still the same.
   */
  void verify() throws SQLException {
    display.now(pace.afterwards());
    sheet.run(Activity.VERIFY, staging::requireSameRows);
    for (Variant variant : plan.variants()) {
      Digest sent = folder.sum(phase, variant);
      sheet.run(Activity.VERIFY, () -> tables.of(variant).verify(sent));
    }
  }

  /** Lets go of what the way of inserting needed. */
  @Override
  public void close() {
    ingest.close();
  }

  private List<Place> missing(int k) {
    return plan.order(phase, k).stream()
        .map(variant -> new Place(phase, variant, k))
        .filter(place -> !folder.has(place))
        .toList();
  }

  private void batch(int k, List<Place> places) throws SQLException {
    display.now(words.now(k));
    double before = sheet.aside();
    Digest digest = sheet.time(Activity.STAGE, () -> ingest.prepare(day.batch(k)));
    for (Place place : places) {
      insert(place, digest);
    }
    sheet.run(Activity.STAGE, ingest::release);
    if (k % SIZED_EVERY == 0) {
      size(k);
    }
    pace.batchDone(k, sheet.aside() - before);
    display.plain(words.done(k));
    display.show(pace.status());
    if (StreamPlan.analyzedAfter(k)) {
      analyze(k);
    }
  }

  private void analyze(int k) throws SQLException {
    double before = sheet.aside();
    sheet.run(Activity.WRITE, folder::writeResults);
    sheet.run(Activity.ANALYZE, tables::analyze);
    pace.analyzed(k, sheet.aside() - before);
  }

  private void insert(Place place, Digest digest) throws SQLException {
    BenchTable table = tables.of(place.variant());
    Times times = timed.insert(place, digest, ingest, table.name());
    BatchRow row = new BatchRow(place, digest, times);
    sheet.run(Activity.WRITE, () -> folder.add(row));
    inserted.add(row);
    pace.inserted(row);
    display.show(pace.status());
  }

  private void size(int k) throws SQLException {
    for (Variant variant : plan.variants()) {
      Place place = new Place(phase, variant, k);
      if (!folder.hasSize(place)) {
        folder.add(place, sheet.time(Activity.SIZE, () -> tables.of(variant).footprint()));
      }
    }
  }
}
