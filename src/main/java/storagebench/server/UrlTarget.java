package storagebench.server;

import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import storagebench.UserError;

/** The server that an environment variable names, CLOUDBERRY_URL unless another is asked for. */
final class UrlTarget {
  static final String VARIABLE = "CLOUDBERRY_URL";
  static final String KIND = "url";

  /**
   * libpq's variables that the driver does not read itself; the password file it does. What the URL
   * says goes before them.
   */
  private static final Map<String, PGProperty> FROM_ENVIRONMENT =
      Map.of(
          "PGUSER", PGProperty.USER,
          "PGPASSWORD", PGProperty.PASSWORD,
          "PGSSLMODE", PGProperty.SSL_MODE,
          "PGSERVICE", PGProperty.SERVICE);

  private UrlTarget() {}

  /** The target of the usual variable; nothing is connected yet. */
  static Target of(Map<String, String> environment) {
    return named(VARIABLE, environment, "");
  }

  /** The target whose URL stands in that variable; nothing is connected yet. */
  static Target of(Map<String, String> environment, String variable) {
    return named(variable, environment, KIND + ":" + variable);
  }

  private static Target named(String variable, Map<String, String> environment, String handoff) {
    String url = environment.get(variable);
    if (url == null || url.isBlank()) {
      throw new UserError(
          variable + " is not set; expected a JDBC URL such as jdbc:postgresql://host:5432/db");
    }
    Properties parsed = Driver.parseURL(url, new Properties());
    if (parsed == null) {
      // The text itself may hold a password.
      throw new UserError(
          variable + " is not a PostgreSQL JDBC URL; expected jdbc:postgresql://host:5432/db");
    }
    Properties login = new Properties();
    FROM_ENVIRONMENT.forEach(
        (name, property) -> {
          String value = environment.get(name);
          if (value != null) {
            login.setProperty(property.getName(), value);
          }
        });
    String description =
        String.format(
            "server at %s:%s/%s (%s)",
            PGProperty.PG_HOST.getOrDefault(parsed),
            PGProperty.PG_PORT.getOrDefault(parsed),
            PGProperty.PG_DBNAME.getOrDefault(parsed),
            variable);
    return new Target(description, url, login, handoff, Optional.empty());
  }
}
