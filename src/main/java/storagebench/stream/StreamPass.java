package storagebench.stream;

import java.sql.SQLException;
import java.util.Optional;
import storagebench.UserError;
import storagebench.run.progress.Progress;
import storagebench.storage.Staging;
import storagebench.storage.Workload;
import storagebench.stream.TimeBreakdown.Activity;

/**
 * One pass through the rest of a stream, from where the journal says it is, with one pair of
 * sessions. Starting, resuming and continuing after a lost connection all work this way.
 */
final class StreamPass {
  private final StreamFolder folder;
  private final Sessions sessions;
  private final Progress display;
  private final Journal journal;
  private final boolean first;

  /**
   * @param first whether nothing was tried before, so that no insert can have failed
   */
  StreamPass(StreamFolder folder, Sessions sessions, Progress display, boolean first) {
    this.folder = folder;
    this.sessions = sessions;
    this.display = display;
    this.journal = new Journal(sessions.aside(), folder.plan().run());
    this.first = first;
  }

  /** Loads every phase to its end. */
  void run() throws SQLException {
    Journal.create(sessions.aside());
    begin();
    folder.complete(journal.batches());
    Workload workload = folder.plan().open(sessions.aside());
    folder.requireSameRows(workload.fingerprint(new Staging(sessions.aside(), workload)));
    for (Phase phase : folder.plan().phases()) {
      Optional<Boolean> finished = journal.finished(phase);
      PhaseTables tables = new PhaseTables(sessions.aside(), folder.plan(), workload, phase);
      if (!finished.orElse(false)) {
        phase(phase, workload, tables, finished.isPresent());
      }
      if (!folder.plan().keep()) {
        tables.drop();
      }
    }
  }

  /** Makes sure that this is the server that the stream runs on. */
  private void begin() throws SQLException {
    StreamPlan plan = folder.plan();
    Optional<String> known = journal.plan();
    if (known.isPresent() && !plan.isWrittenAs(known.get())) {
      throw new UserError(
          "the server knows stream "
              + plan.run()
              + " with another plan than "
              + folder.path().resolve(StreamPlan.FILE)
              + "; take that file from a copy");
    }
    if (known.isEmpty() && !folder.isEmpty()) {
      throw new UserError(
          "this server does not know stream "
              + plan.run()
              + "; name the one that it ran on in CLOUDBERRY_URL (or it was dropped by 'clean')");
    }
    if (known.isEmpty()) {
      journal.begin(plan);
    }
  }

  private void phase(Phase phase, Workload workload, PhaseTables tables, boolean begun)
      throws SQLException {
    TimeBreakdown sheet = new TimeBreakdown();
    try (PhaseLoad load =
        new PhaseLoad(phase, folder, sessions, workload, tables, sheet, display)) {
      phase(phase, tables, begun, load, sheet);
    }
    display.line(sheet.summary(phase));
  }

  private void phase(
      Phase phase, PhaseTables tables, boolean begun, PhaseLoad load, TimeBreakdown sheet)
      throws SQLException {
    try {
      if (!begun) {
        sheet.run(Activity.CREATE, () -> tables.create(journal));
      } else if (!first) {
        tables.vacuum();
      }
      load.load();
      load.verify();
      query(phase, tables, sheet);
      journal.finish(phase);
    } finally {
      folder.add(phase, load.inserted(), sheet);
    }
  }

  private void query(Phase phase, PhaseTables tables, TimeBreakdown sheet) throws SQLException {
    if (folder.plan().queries()) {
      QueryLog log = new QueryLog(folder.path(), folder.plan().queryTimeout());
      QueryRun run = new QueryRun(sessions.aside(), folder.plan(), phase, tables, log);
      sheet.run(Activity.QUERY, run::run);
      log.print(phase, display::line);
    }
  }
}
