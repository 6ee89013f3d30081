package storagebench.storage;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import storagebench.results.Params;
import storagebench.server.Server;
import storagebench.server.SqlScript;
import storagebench.server.UserScripts;

/**
 * A table definition: an access method with its options. It is a file of {@code sql/variant/}, and
 * its options are the variables to which the file gives values.
 */
public final class Variant implements Comparable<Variant> {
  private static final Pattern ACCESS_METHOD = Pattern.compile("(?i)\\bUSING\\s+(\\w+)");

  public static final Variant HEAP = ofSuite("HEAP");
  public static final Variant AO = ofSuite("AO");
  public static final Variant AOCO = ofSuite("AOCO");
  public static final Variant PAX = ofSuite("PAX");
  public static final Variant PAX_NO_CLUSTER = ofSuite("PAX_NO_CLUSTER");

  private static final List<Variant> ALL = List.of(HEAP, AO, AOCO, PAX, PAX_NO_CLUSTER);

  private static final Comparator<Variant> ORDER =
      Comparator.<Variant>comparingInt(
              variant -> ALL.stream().map(Variant::name).toList().indexOf(variant.name))
          .thenComparing(Variant::name)
          .thenComparing(variant -> variant.options(Map.of()).toString());

  private final String name;
  private final SqlScript file;
  private final String accessMethod;

  private final TableOptions options;

  private Variant(String name, SqlScript file, String accessMethod) {
    this(name, file, accessMethod, TableOptions.of(file.defaults()));
  }

  private Variant(String name, SqlScript file, String accessMethod, TableOptions options) {
    this.name = name;
    this.file = file;
    this.accessMethod = accessMethod;
    this.options = options;
  }

  private static Variant ofSuite(String name) {
    SqlScript file = SqlScript.named("variant/" + name.toLowerCase(Locale.ROOT));
    Matcher method = ACCESS_METHOD.matcher(file.statement(Map.of("table", "t")));
    if (!method.find()) {
      throw new IllegalStateException(name + " names no access method");
    }
    return new Variant(name, file, method.group(1));
  }

  /** The same name and access method, with another file's definition. */
  public Variant definedBy(SqlScript other) {
    return new Variant(name, other, accessMethod);
  }

  /** A definition of the user's by the name of its file; its access method the server will say. */
  private static Variant ofFile(String name, SqlScript file) {
    return new Variant(name, file, "");
  }

  /** The variant that has a name, with another file's definition. */
  public static Variant named(String name, SqlScript file) {
    return UserScripts.isFile(name) ? ofFile(name, file) : named(name).definedBy(file);
  }

  /** The same, of the access method that its table turned out to have. */
  Variant storedBy(String method) {
    return new Variant(name, file, method, options);
  }

  /** Whether it is a definition of the user's. */
  public boolean isFile() {
    return UserScripts.isFile(name);
  }

  /** The variants of the suite, in the order of reports. */
  public static Variant[] values() {
    return ALL.toArray(Variant[]::new);
  }

  /**
   * The variant that has a name.
   *
   * @throws IllegalArgumentException if there is none
   * @throws storagebench.UserError if it is a file that cannot be read
   */
  @JsonCreator
  public static Variant named(String name) {
    if (UserScripts.isFile(name)) {
      return ofFile(name, UserScripts.read(name));
    }
    return ALL.stream()
        .filter(variant -> variant.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no variant '" + name + "'"));
  }

  /**
   * The same variant with options as parameters have them. Those that it does not have are ignored,
   * and {@link Params#DEFAULT} and {@link Params#NOT_APPLICABLE} change nothing.
   */
  public Variant with(Map<String, String> parameters) {
    return new Variant(name, file, accessMethod, options.with(parameters));
  }

  /** As on the command line and in results. */
  @JsonValue
  public String name() {
    return name;
  }

  /** The server's name of the storage format, as in pg_am. */
  public String accessMethod() {
    return accessMethod;
  }

  /**
   * The value of an option as results record it: not applying where the variant has none, and
   * {@link Params#DEFAULT} for a list of columns that nobody chose, because each workload has its
   * own.
   */
  public String parameter(String option) {
    return options.parameter(option);
  }

  /** Whether its file leaves an option open. */
  public boolean takes(String option) {
    return options.has(option);
  }

  /**
   * The options as variables of its file.
   *
   * @param workload what the rows ask for where nobody chose, by name
   */
  public Map<String, String> options(Map<String, String> workload) {
    return options.variables(workload);
  }

  /** Its file. */
  public SqlScript file() {
    return file;
  }

  /** The DDL of a table for call detail records; variables as of {@link Workload#table}. */
  public SqlScript ddl() {
    return file.with(options(Map.of()));
  }

  /** The queries for the sizes of such a table; variable {@code table}. */
  SqlScript sizes() {
    return SqlScript.named("size/" + accessMethod);
  }

  /** The query for the server's own count before compression, where it keeps one. */
  Optional<SqlScript> uncompressed() {
    return isAppendOptimized()
        ? Optional.of(SqlScript.named("size/uncompressed/" + accessMethod))
        : Optional.empty();
  }

  /** Whether CLUSTER sorts its rows by columns that its DDL names. */
  public boolean clusters() {
    return !options(Map.of()).getOrDefault("cluster_columns", "").isEmpty();
  }

  /** Why the server cannot store this variant; empty if it can. */
  public Optional<String> obstacle(Server server) {
    if (!accessMethod.isEmpty() && !server.accessMethods().contains(accessMethod)) {
      return Optional.of("the server has no access method '" + accessMethod + "' (pg_am)");
    }
    if (!isAppendOptimized()) {
      return Optional.empty();
    }
    // A file that leaves no compressor open is tried by the server itself.
    return Optional.ofNullable(options(Map.of()).get(Params.COMPRESSTYPE))
        .filter(compressor -> !server.compressors().contains(compressor))
        .map(compressor -> "the server was built without " + compressor + " (pg_compression)");
  }

  private boolean isAppendOptimized() {
    return accessMethod.startsWith("ao_");
  }

  @Override
  public int compareTo(Variant other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Variant that
        && name.equals(that.name)
        && options(Map.of()).equals(that.options(Map.of()));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
