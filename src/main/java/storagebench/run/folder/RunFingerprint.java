package storagebench.run.folder;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import storagebench.Sha256;
import storagebench.results.Fingerprint;
import storagebench.results.Secrets;
import storagebench.results.ServerBuild;
import storagebench.server.Server;
import storagebench.server.SqlScript;
import storagebench.server.StartedServer;
import storagebench.server.Target;
import storagebench.storage.CallDetailRecords;
import storagebench.storage.Variant;

/**
 * Takes the fingerprint of a run that begins: what must be equal for two runs to be comparable, and
 * how to repeat this one. Free of secrets.
 */
public final class RunFingerprint {
  private static final Map<String, String> VARIABLES = new TreeMap<>();

  private static final String USUAL_BLOCKSIZE = ", blocksize = 32768";

  static {
    VARIABLES.putAll(new CallDetailRecords().table());
    VARIABLES.put("table", "t");
  }

  private RunFingerprint() {}

  /**
   * Of what inserts rows.
   *
   * @param command what was asked for
   * @param order the seed of the trials' order
   * @param target how the server was found
   * @param server what it says of itself
   * @param workload what is known of the rows
   */
  public static Fingerprint of(
      List<String> command,
      long order,
      Target target,
      Server server,
      Map<String, Object> workload) {
    return of(command, order, target, server, workload, Map.of(), List.of());
  }

  /**
   * Of sessions with settings of their own, and of tables that the user defines.
   *
   * @param settings what the server says of each, by the setting's name
   * @param variants whose DDL is the user's
   */
  public static Fingerprint of(
      List<String> command,
      long order,
      Target target,
      Server server,
      Map<String, Object> workload,
      Map<String, String> settings,
      Collection<Variant> variants) {
    Map<String, SqlScript> scripts = scripts();
    variants.forEach(variant -> scripts.put(variant.name(), variant.file()));
    Map<String, String> hashes = new TreeMap<>();
    Map<String, String> statements = new TreeMap<>();
    scripts.forEach(
        (name, script) -> {
          hashes.put(name, sha256(script));
          statements.put(name, text(script));
        });
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("command", Secrets.hide(command));
    content.put("order", order);
    content.put("started", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    content.put("target", target.description());
    content.put("server", facts(server, settings));
    content.put("workload", workload);
    content.put("ddl", hashes);
    content.put("statements", statements);
    content.put("client", ClientMachine.describe());
    target.started().flatMap(StartedServer::image).ifPresent(image -> content.put("image", image));
    return Fingerprint.of(content);
  }

  private static Map<String, Object> facts(Server server, Map<String, String> own) {
    Map<String, String> settings = new TreeMap<>(own);
    settings.putAll(server.settings());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("version", server.version());
    ServerBuild.of(server.version()).commit().ifPresent(commit -> facts.put("commit", commit));
    facts.put("product", server.product());
    facts.put("assertions", server.assertions());
    facts.put("segments", server.segments());
    facts.put("lacks", obstacles(server));
    facts.put("settings", settings);
    return facts;
  }

  /** Why it cannot store a variant, by the variant's name. */
  private static Map<String, String> obstacles(Server server) {
    Map<String, String> obstacles = new TreeMap<>();
    for (Variant variant : Variant.values()) {
      variant.obstacle(server).ifPresent(why -> obstacles.put(variant.name(), why));
    }
    return obstacles;
  }

  /** Every script of DDL, by the name of its variant or file. */
  private static Map<String, SqlScript> scripts() {
    Map<String, SqlScript> scripts = new TreeMap<>();
    for (Variant variant : Variant.values()) {
      scripts.put(variant.name(), variant.ddl());
    }
    scripts.put("table", SqlScript.named("schema"));
    scripts.put("indexes", SqlScript.named("indexes"));
    return scripts;
  }

  /** To be read and not compared. */
  private static String text(SqlScript script) {
    return String.join(";\n", script.statements(VARIABLES));
  }

  /**
   * Of the statements alone: a better comment makes no other table, nor does the server's own block
   * size, which the files did not say before others could be chosen.
   */
  static String sha256(SqlScript script) {
    String statements =
        String.join(";", script.statements(VARIABLES))
            .replaceAll("\\s+", " ")
            .replace(USUAL_BLOCKSIZE, "");
    return Sha256.of(statements);
  }
}
