package storagebench.results;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
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
 * What a run was measured on: server, settings, workload, JVM, machine. What of it must be equal,
 * and for what, says {@link FingerprintPolicy}.
 */
public final class Fingerprint {
  /** What a fact is said to be that a run did not record. */
  static final String ABSENT = "absent";

  /** How the names of facts of a cluster's instances begin. */
  static final String SEGMENTS = "server.segments.";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final String STATEMENTS = "statements.";
  private static final String LACKS = "server.lacks.";
  private static final String VERSION = "server.version";
  private static final Pattern ASSERTIONS =
      Pattern.compile(".*(debug_assertions|assertions|assert_enabled).*");
  private static final Set<String> ON = Set.of("on", "true", "yes", "1");

  private final String run;
  private final JsonNode content;
  private final SortedMap<String, String> facts = new TreeMap<>();
  private final SortedMap<String, String> statements = new TreeMap<>();

  private Fingerprint(String run, JsonNode content) {
    this.run = run;
    this.content = content;
    collect("", content);
    facts.forEach(
        (path, value) -> {
          if (path.startsWith(STATEMENTS)) {
            statements.put(path.substring(STATEMENTS.length()), value);
          }
        });
    facts.keySet().removeIf(path -> path.startsWith(STATEMENTS));
  }

  /** Takes the leaves of a value. */
  private void collect(String path, JsonNode value) {
    String prefix = path.isEmpty() ? "" : path + ".";
    if (value.isObject()) {
      value.properties().forEach(field -> collect(prefix + field.getKey(), field.getValue()));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        collect(prefix + i, value.get(i));
      }
    } else if (!value.isMissingNode()) {
      facts.put(path, Secrets.hide(path, value.asText()));
    }
  }

  /**
   * The fingerprint of a run that begins.
   *
   * @param content what is kept of it, by name, in the order of the file
   */
  public static Fingerprint of(Map<String, ?> content) {
    return new Fingerprint("", JSON.valueToTree(content));
  }

  /** Name of the run's folder; empty if it has none yet. */
  public String run() {
    return run;
  }

  /** Every leaf of {@code fingerprint.json} as text, by its dotted path, but for the statements. */
  public SortedMap<String, String> facts() {
    return Collections.unmodifiableSortedMap(facts);
  }

  /**
   * The DDL of which the facts have a hash, by the same name; empty in runs that did not record it.
   */
  public SortedMap<String, String> statements() {
    return Collections.unmodifiableSortedMap(statements);
  }

  /** As JSON, indented for people. */
  public byte[] json() {
    try {
      return JSON.writeValueAsBytes(content);
    } catch (JacksonException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts the file into a run's folder. */
  public void write(Path folder) {
    WholeFile.write(folder.resolve(RunFolder.FINGERPRINT), json());
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
      return new Fingerprint(
          folder == null ? "" : folder.toString(), JSON.readTree(Files.readAllBytes(file)));
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
    return new Fingerprint(name, content);
  }

  private static Set<String> names(Set<Path> folders, int length) {
    return folders.stream().map(folder -> name(folder, length)).collect(Collectors.toSet());
  }

  /** The last parts of the path, at most so many. */
  private static String name(Path folder, int length) {
    int parts = folder.getNameCount();
    return parts == 0 ? "" : folder.subpath(Math.max(0, parts - length), parts).toString();
  }

  /** The values of a fact over all runs that have it. */
  public static SortedSet<String> values(String fact, Collection<Fingerprint> runs) {
    return runs.stream()
        .map(Fingerprint::facts)
        .filter(facts -> facts.containsKey(fact))
        .map(facts -> facts.get(fact))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Processor, number of them and operating system; the same words for the same machine. */
  public Optional<String> machine() {
    return Optional.of(String.join(", ", FingerprintPolicy.SAME_MACHINE.facts(this).values()))
        .filter(words -> !words.isEmpty());
  }

  /** Whether the server is known to be a cluster. */
  public boolean isCluster() {
    return facts.keySet().stream().anyMatch(name -> name.startsWith(SEGMENTS));
  }

  /**
   * Why the server cannot store a variant, by the variant's name; empty in runs of older suites.
   */
  public SortedMap<String, String> lacks() {
    SortedMap<String, String> lacks = new TreeMap<>();
    facts.forEach(
        (name, why) -> {
          if (name.startsWith(LACKS)) {
            lacks.put(name.substring(LACKS.length()), why);
          }
        });
    return lacks;
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

  /**
   * How many instances of a role a cluster has, without the coordinator and its standby, and how
   * many of them are down.
   *
   * @param role as in the fingerprint
   */
  String instances(String role) {
    List<String> found =
        facts.entrySet().stream()
            .filter(f -> f.getKey().startsWith(SEGMENTS) && f.getKey().endsWith(".role"))
            .filter(f -> f.getValue().equals(role))
            .map(f -> f.getKey().replaceFirst("role$", ""))
            .filter(instance -> !facts.getOrDefault(instance + "content", "-1").startsWith("-"))
            .toList();
    long down = found.stream().filter(i -> "false".equals(facts.get(i + "up"))).count();
    return found.size() + (down > 0 ? " (" + down + " down)" : "");
  }
}
