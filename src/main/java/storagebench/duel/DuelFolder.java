package storagebench.duel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import storagebench.UserError;
import storagebench.results.Interleaving;
import storagebench.results.RunFolder;
import storagebench.results.WholeFile;
import storagebench.run.Fingerprint;
import storagebench.run.NewFolder;
import storagebench.side.Turns;

/** Where a duel is kept: a run's folder for each side, and their comparison. */
final class DuelFolder {
  private static final String TABLE = "table.sql";

  private final NewFolder folder;
  private final List<Path> sides;

  private DuelFolder(NewFolder folder) {
    this.folder = folder;
    this.sides = List.of(folder.file("baseline"), folder.file("candidate"));
  }

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

  /** What is known before the first trial. */
  void begin(List<Fingerprint> fingerprints, List<String> differs, Interleaving.Looks looks) {
    String session = path().getFileName().toString();
    for (int side : List.of(Turns.BASELINE, Turns.CANDIDATE)) {
      WholeFile.write(
          sides.get(side).resolve(RunFolder.FINGERPRINT), fingerprints.get(side).json());
      new Interleaving(session, List.of(), differs, looks).write(sides.get(side));
    }
  }

  /** Keeps a copy of a side's own DDL: the file may be edited while it is measured. */
  Path keepTable(int side, String ddl) {
    Path copy = sides.get(side).resolve(TABLE);
    WholeFile.write(copy, ddl.getBytes(StandardCharsets.UTF_8));
    return copy.toAbsolutePath();
  }

  /** Replaces a side's results. */
  void keepResults(int side, byte[] json) {
    WholeFile.write(sides.get(side).resolve(RunFolder.RESULTS), json);
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

  /** As a run's folder, for its log. */
  NewFolder run() {
    return folder;
  }
}
