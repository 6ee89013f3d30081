package storagebench.duel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import storagebench.UserError;
import storagebench.results.Fingerprint;
import storagebench.results.Interleaving;
import storagebench.results.WholeFile;
import storagebench.run.folder.NewFolder;

/** Where a duel is kept: the run, a folder for the results of each side, and their comparison. */
final class DuelFolder {
  private static final String TABLE = "table.sql";

  private final NewFolder folder;
  private final List<Path> sides;

  private DuelFolder(NewFolder folder) {
    this.folder = folder;
    this.sides = List.of(folder.file(DuelSide.BASELINE), folder.file(DuelSide.CANDIDATE));
  }

  /** The folder of a new duel. */
  static DuelFolder create(Path results) {
    DuelFolder folder = new DuelFolder(NewFolder.create(results, Clock.systemUTC()));
    try {
      for (Path side : folder.sides) {
        Files.createDirectory(side);
      }
      return folder;
    } catch (IOException e) {
      throw new UserError("cannot make a folder in " + folder.path() + ": " + e, e);
    }
  }

  /** The folder of a duel that goes on. */
  static DuelFolder reopen(Path path) {
    return new DuelFolder(NewFolder.reopen(path));
  }

  /** What is known of a side before the first trial. */
  void begin(int side, Fingerprint fingerprint, List<String> differs, Interleaving.Looks looks) {
    fingerprint.write(side(side));
    String session = path().getFileName().toString();
    new Interleaving(session, List.of(), differs, looks).write(side(side));
  }

  /** Keeps a copy of a side's own DDL: the file may be edited while it is measured. */
  void keepTable(int side, String ddl) {
    WholeFile.write(table(side), ddl.getBytes(StandardCharsets.UTF_8));
  }

  /** The copy of a side's own DDL. */
  Path table(int side) {
    return side(side).resolve(TABLE);
  }

  /** The folder of a side. */
  Path side(int side) {
    return sides.get(side);
  }

  Path comparison() {
    return folder.file("comparison");
  }

  Path path() {
    return folder.path();
  }

  /** As a run's folder. */
  NewFolder run() {
    return folder;
  }
}
