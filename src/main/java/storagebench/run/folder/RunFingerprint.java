package storagebench.run.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import storagebench.server.Segment;
import storagebench.server.Server;
import storagebench.server.SqlScript;
import storagebench.server.StartedServer;
import storagebench.server.Target;
import storagebench.storage.Variant;
import storagebench.workload.CallStream;
import storagebench.workload.DistinctValues;
import storagebench.workload.StreamHash;

/**
 * What must be equal for two runs to be comparable, and how to repeat this one. Free of secrets.
 *
 * @param command what was asked for
 * @param order the seed of the trials' order
 * @param target how the server was found
 * @param image what its container was made from; null if it is in none that the suite started
 * @param server what it says of itself
 * @param workload what the rows are made from
 * @param ddl SHA-256 of each variant's DDL and of the indexes'
 * @param statements the DDL itself, by the same names, to be read and not compared
 * @param client driver, JVM and machine of the client
 */
@JsonPropertyOrder({
  "command",
  "order",
  "target",
  "server",
  "workload",
  "ddl",
  "statements",
  "client"
})
public record RunFingerprint(
    List<String> command,
    long order,
    String target,
    @JsonInclude(JsonInclude.Include.NON_NULL) StartedServer.Image image,
    ServerPart server,
    Map<String, Object> workload,
    Map<String, String> ddl,
    Map<String, String> statements,
    Map<String, Object> client) {

  /** The server's part. */
  public record ServerPart(
      String version,
      String product,
      boolean assertions,
      List<Segment> segments,
      Map<String, String> settings) {}

  /** Of a run of the default stream of records. */
  public static RunFingerprint of(List<String> command, long order, Target target, Server server) {
    return of(command, order, target, server, new CallStream(CallStream.DEFAULT_SEED));
  }

  /** Of what inserts the rows of a stream. */
  public static RunFingerprint of(
      List<String> command, long order, Target target, Server server, CallStream stream) {
    return new RunFingerprint(
        command,
        order,
        target.description(),
        target.started().flatMap(StartedServer::image).orElse(null),
        new ServerPart(
            server.version(),
            server.product(),
            server.assertions(),
            server.segments(),
            server.settings()),
        Map.of(
            "seed", stream.seed(),
            "sha256", StreamHash.of(stream),
            "n_distinct", DistinctValues.of(stream)),
        ofEach(RunFingerprint::sha256),
        ofEach(RunFingerprint::text),
        ClientMachine.describe());
  }

  /**
   * The fingerprint of sessions with settings and a table of their own.
   *
   * @param set what the server says of each, by the setting's name
   * @param variant whose DDL is another
   */
  public RunFingerprint with(Map<String, String> set, Variant variant, SqlScript variantDdl) {
    Map<String, String> settings = new TreeMap<>(set);
    settings.putAll(server.settings());
    Map<String, String> hashes = new TreeMap<>(ddl);
    hashes.put(variant.name(), sha256(variantDdl));
    Map<String, String> texts = new TreeMap<>(statements);
    texts.put(variant.name(), text(variantDdl));
    ServerPart part =
        new ServerPart(
            server.version(), server.product(), server.assertions(), server.segments(), settings);
    return new RunFingerprint(command, order, target, image, part, workload, hashes, texts, client);
  }

  /** As JSON, indented for people. */
  public byte[] json() {
    try {
      return new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .writeValueAsBytes(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Something of every script of DDL. */
  private static Map<String, String> ofEach(Function<SqlScript, String> fact) {
    Map<String, String> facts = new TreeMap<>();
    for (Variant variant : Variant.values()) {
      facts.put(variant.name(), fact.apply(variant.ddl()));
    }
    facts.put("table", fact.apply(SqlScript.named("schema")));
    facts.put("indexes", fact.apply(SqlScript.named("indexes")));
    return facts;
  }

  private static String text(SqlScript script) {
    return String.join(";\n", script.statements(Map.of("table", "t")));
  }

  /** Of the statements alone: a better comment makes no other table. */
  private static String sha256(SqlScript script) {
    String statements =
        String.join(";", script.statements(Map.of("table", "t"))).replaceAll("\\s+", " ");
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(statements.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JVM has SHA-256", e);
    }
  }
}
