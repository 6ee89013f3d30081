package storagebench.storage;

import java.util.Locale;
import java.util.Optional;
import storagebench.server.Server;
import storagebench.server.SqlScript;

/** A storage format with its options; each has its DDL in {@code sql/variant/}. */
public enum Variant {
  HEAP("heap"),
  AO("ao_row"),
  AOCO("ao_column"),
  PAX("pax"),
  PAX_NO_CLUSTER("pax");

  private static final String COMPRESSOR = "zstd";

  private final String accessMethod;

  Variant(String accessMethod) {
    this.accessMethod = accessMethod;
  }

  /** The server's name of the storage format, as in pg_am. */
  public String accessMethod() {
    return accessMethod;
  }

  /** The DDL of a table of this variant; variable {@code table}. */
  public SqlScript ddl() {
    return SqlScript.named("variant/" + name().toLowerCase(Locale.ROOT));
  }

  /** The queries for the sizes of such a table; variable {@code table}. */
  SqlScript sizes() {
    return SqlScript.named("size/" + accessMethod);
  }

  /** The query for the server's own count before compression, where it keeps one. */
  Optional<SqlScript> uncompressed() {
    return accessMethod.startsWith("ao_")
        ? Optional.of(SqlScript.named("size/uncompressed/" + accessMethod))
        : Optional.empty();
  }

  /** Whether CLUSTER sorts its rows by columns that its DDL names. */
  public boolean clusters() {
    return this == PAX;
  }

  /** Why the server cannot store this variant; empty if it can. */
  public Optional<String> obstacle(Server server) {
    if (!server.accessMethods().contains(accessMethod)) {
      return Optional.of("the server has no access method '" + accessMethod + "' (pg_am)");
    }
    if (this != HEAP && !server.compressors().contains(COMPRESSOR)) {
      return Optional.of("the server was built without " + COMPRESSOR + " (pg_compression)");
    }
    return Optional.empty();
  }
}
