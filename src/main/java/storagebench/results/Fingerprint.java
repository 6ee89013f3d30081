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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import storagebench.UserError;

/**
 * What a run was measured on: server, settings, workload, JVM, machine.
 *
 * @param run name of the run's folder
 * @param facts every leaf of {@code fingerprint.json} as text, by its dotted path, but for the
 *     statements
 * @param statements the DDL of which the facts have a hash, by the same name; empty in runs that
 *     did not record it
 */
public record Fingerprint(
    String run, SortedMap<String, String> facts, SortedMap<String, String> statements) {
  private static final JsonFactory JSON = new JsonFactory();

  private static final String STATEMENTS = "statements.";
  private static final String SEGMENTS = "server.segments.";
  private static final String SEGMENT = SEGMENTS + "0.content";
  private static final Pattern DECISIVE =
      Pattern.compile(
          "ddl\\..*|workload\\.sha256|server\\.(version|product|settings\\..*"
              + "|segments\\.\\d{1,6}\\.(content|role|up|host))");

  private static final String VERSION = "server.version";
  private static final Pattern ASSERTIONS =
      Pattern.compile(".*(debug_assertions|assertions|assert_enabled).*");
  private static final Set<String> ON = Set.of("on", "true", "yes", "1");

  public Fingerprint {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    statements = Collections.unmodifiableSortedMap(new TreeMap<>(statements));
  }

  /** A fingerprint without statements. */
  public Fingerprint(String run, SortedMap<String, String> facts) {
    this(run, facts, new TreeMap<>());
  }

  /** The fingerprint that lies beside a result file, if there is one that says anything. */
  public static Optional<Fingerprint> beside(Path results) {
    Path file = results.resolveSibling(RunFolder.FINGERPRINT);
    return Files.exists(file)
        ? Optional.of(read(file)).filter(fingerprint -> !fingerprint.facts().isEmpty())
        : Optional.empty();
  }

  /**
   * Reads such a file.
   *
   * @throws UserError if it cannot be read or is no JSON
   */
  public static Fingerprint read(Path file) {
    try {
      Path folder = file.toAbsolutePath().normalize().getParent().getFileName();
      return read(folder == null ? "" : folder.toString(), Files.readAllBytes(file));
    } catch (JacksonException e) {
      throw new UserError(file + ": broken JSON; restore it or move it away", e);
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The fingerprints of several result files, their runs named by as much of the path as tells them
   * apart.
   */
  static List<Fingerprint> beside(List<Path> results) {
    Map<Path, Fingerprint> byFolder = new LinkedHashMap<>();
    for (Path file : results) {
      Path folder = file.toAbsolutePath().normalize().getParent();
      beside(file).ifPresent(fingerprint -> byFolder.put(folder, fingerprint));
    }
    int deepest = byFolder.keySet().stream().mapToInt(Path::getNameCount).max().orElse(0);
    int length = 1;
    while (length < deepest && names(byFolder.keySet(), length).size() < byFolder.size()) {
      length++;
    }
    int enough = length;
    return byFolder.entrySet().stream()
        .map(run -> run.getValue().named(name(run.getKey(), enough)))
        .toList();
  }

  private Fingerprint named(String name) {
    return new Fingerprint(name, facts, statements);
  }

  private static Set<String> names(Set<Path> folders, int length) {
    return folders.stream().map(folder -> name(folder, length)).collect(Collectors.toSet());
  }

  /** The last parts of the path, at most so many. */
  private static String name(Path folder, int length) {
    int parts = folder.getNameCount();
    return parts == 0 ? "" : folder.subpath(Math.max(0, parts - length), parts).toString();
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

  /**
   * Facts that decide what a figure is a figure of and differ: DDL, workload, server and settings.
   * A fact that one of them lacks does not differ, but for a segment of a cluster.
   */
  public SortedSet<String> unlike(Fingerprint other) {
    SortedSet<String> names = new TreeSet<>(facts.keySet());
    names.addAll(other.facts.keySet());
    names.removeIf(name -> !DECISIVE.matcher(name).matches() || agree(name, other));
    return names;
  }

  private boolean agree(String name, Fingerprint other) {
    String mine = facts.get(name);
    String its = other.facts.get(name);
    boolean bothHaveSegments = facts.containsKey(SEGMENT) && other.facts.containsKey(SEGMENT);
    return mine == null || its == null
        ? !(name.startsWith(SEGMENTS) && bothHaveSegments)
        : mine.equals(its);
  }

  /** Whether the server is known to be a cluster. */
  public boolean isCluster() {
    return facts.keySet().stream().anyMatch(name -> name.startsWith(SEGMENTS));
  }

  /** Whether the server was built with assertions, by its version or a setting; empty if unsaid. */
  public Optional<Boolean> assertions() {
    boolean said = facts.containsKey(VERSION);
    boolean on = facts.getOrDefault(VERSION, "").contains("with assert checking");
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      if (ASSERTIONS.matcher(fact.getKey().toLowerCase(Locale.ROOT)).matches()) {
        said = true;
        on |= ON.contains(fact.getValue().toLowerCase(Locale.ROOT));
      }
    }
    return said ? Optional.of(on) : Optional.empty();
  }

  private static Fingerprint read(String run, byte[] json) throws IOException {
    SortedMap<String, String> facts = new TreeMap<>();
    try (JsonParser parser = JSON.createParser(json)) {
      parser.nextToken();
      collect("", parser, facts);
    }
    SortedMap<String, String> statements = new TreeMap<>();
    facts.forEach(
        (path, value) -> {
          if (path.startsWith(STATEMENTS)) {
            statements.put(path.substring(STATEMENTS.length()), value);
          }
        });
    facts.keySet().removeIf(path -> path.startsWith(STATEMENTS));
    return new Fingerprint(run, facts, statements);
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
      facts.put(path, Secrets.hide(path, parser.getText()));
    }
  }
}
