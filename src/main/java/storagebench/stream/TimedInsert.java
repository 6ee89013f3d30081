package storagebench.stream;

import java.sql.Connection;
import java.sql.SQLException;
import storagebench.UserError;
import storagebench.storage.Ingest;
import storagebench.stream.BatchRow.Place;
import storagebench.stream.BatchRow.Times;
import storagebench.stream.TimeBreakdown.Activity;
import storagebench.workload.Digest;

/**
 * The transaction of one batch: its row in the journal first, then the batch, then the commit. The
 * clock holds the statement and the commit. The journal's row is written before the clock starts;
 * its part of the commit is the same for every variant. Between statement and commit the clock
 * stands, for as long as the other session asks the server how long the statement took.
 */
final class TimedInsert {
  private static final double NANOS_PER_MILLI = 1e6;

  private final Sessions sessions;
  private final Journal journal;
  private final TimeBreakdown sheet;

  TimedInsert(Sessions sessions, String run, TimeBreakdown sheet) {
    this.sessions = sessions;
    this.sheet = sheet;
    this.journal = new Journal(sessions.inserting(), run);
  }

  /** Inserts a batch that is ready into a table and commits. */
  Times insert(Place place, Digest digest, Ingest ingest, String table) throws SQLException {
    Connection session = sessions.inserting();
    ingest.into(table);
    sheet.run(Activity.JOURNAL, () -> journal.add(place, digest));
    long begun = System.nanoTime();
    long taken = ingest.insert();
    long executed = System.nanoTime();
    if (taken != digest.rows()) {
      session.rollback();
      throw new UserError(
          "the server took " + taken + " rows of " + place + ", which has " + digest.rows());
    }
    double serverInsert = serverMillis();
    long ready = System.nanoTime();
    session.commit();
    long committed = System.nanoTime();
    double insert = (executed - begun) / NANOS_PER_MILLI;
    double commit = (committed - ready) / NANOS_PER_MILLI;
    sheet.add(Activity.INSERT, insert + commit);
    return new Times(insert, commit, serverInsert, serverMillis());
  }

  private double serverMillis() throws SQLException {
    return sheet.time(Activity.JOURNAL, sessions::serverMillis);
  }
}
