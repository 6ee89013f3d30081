package storagebench.compare.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import storagebench.UserError;
import storagebench.results.Fingerprint;
import storagebench.results.Interleaving;
import storagebench.results.Results;

/**
 * One result file of one side.
 *
 * @param file where it lies
 * @param results what it holds
 * @param interleaving the session it was measured in, if it was measured in turns with another
 * @param digest SHA-256 of the file, to know one that is on both sides
 */
public record Run(Path file, Results results, Optional<Interleaving> interleaving, String digest) {
  /**
   * Reads the file and what lies beside it.
   *
   * @throws UserError if it is not JMH's JSON
   */
  public static Run read(Path file) {
    Results results = Results.read(List.of(file));
    return new Run(file, results, Interleaving.beside(file), sha256(file));
  }

  /** What it was measured on, if known. */
  public Optional<Fingerprint> fingerprint() {
    return results.fingerprints().stream().findFirst();
  }

  /** What it was after so many forks of each cell. */
  Run after(int trials) {
    return new Run(file, results.after(trials), interleaving, digest);
  }

  private static String sha256(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JVM has SHA-256", e);
    }
  }
}
