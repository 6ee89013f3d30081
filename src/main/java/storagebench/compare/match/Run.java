package storagebench.compare.match;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import storagebench.results.DistinctFiles;
import storagebench.results.Fingerprint;
import storagebench.results.Interleaving;
import storagebench.results.Results;

/**
 * One result file of one side.
 *
 * @param file where it lies
 * @param results what it holds
 * @param interleaving the session it was measured in, if it was measured in turns with another
 */
public record Run(Path file, Results results, Optional<Interleaving> interleaving) {
  /**
   * Reads the file and what lies beside it.
   *
   * @throws storagebench.UserError if it is not JMH's JSON
   */
  public static Run read(Path file) {
    return new Run(file, Results.read(List.of(file)), Interleaving.beside(file));
  }

  /** What it was measured on, if known. */
  public Optional<Fingerprint> fingerprint() {
    return results.fingerprints().stream().findFirst();
  }

  /** What it was after so many forks of each cell. */
  Run after(int trials) {
    return new Run(file, results.after(trials), interleaving);
  }

  /** Whether the other file holds the same bytes; those of another length are not read. */
  boolean isSameAs(Run other) {
    return DistinctFiles.areCopies(file, other.file);
  }
}
