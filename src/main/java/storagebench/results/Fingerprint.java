package storagebench.results;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import storagebench.UserError;

/**
 * What a run was measured on: server, settings, workload, JVM, machine.
 *
 * @param run name of the run's folder
 * @param facts every leaf of {@code fingerprint.json} as text, by its dotted path
 */
public record Fingerprint(String run, SortedMap<String, String> facts) {
  private static final JsonFactory JSON = new JsonFactory();

  public Fingerprint {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** The fingerprint that lies beside a result file, if there is one. */
  public static Optional<Fingerprint> beside(Path results) {
    Path file = results.resolveSibling(RunFolder.FINGERPRINT);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      Path folder = file.toAbsolutePath().normalize().getParent().getFileName();
      return Optional.of(read(folder == null ? "" : folder.toString(), Files.readAllBytes(file)));
    } catch (JacksonException e) {
      throw new UserError(file + ": broken JSON; restore it or move it away", e);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * A fingerprint that was just made.
   *
   * @param run name of the run's folder
   * @param json what would be in its {@code fingerprint.json}
   */
  public static Fingerprint of(String run, byte[] json) {
    try {
      return read(run, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Fingerprint read(String run, byte[] json) throws IOException {
    SortedMap<String, String> facts = new TreeMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      collect("", parser, facts);
    }
    return new Fingerprint(run, facts);
  }

  /** Takes the leaves of the value at which the parser stands. */
  private static void collect(String path, JsonParser parser, SortedMap<String, String> facts)
      throws IOException {
    String prefix = path.isEmpty() ? "" : path + ".";
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        collect(prefix + name, parser, facts);
      }
    } else if (parser.currentToken() == JsonToken.START_ARRAY) {
      for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
        collect(prefix + i, parser, facts);
      }
    } else if (parser.currentToken() != null) {
      facts.put(path, parser.getText());
    }
  }
}
