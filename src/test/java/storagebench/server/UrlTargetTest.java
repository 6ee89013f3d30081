package storagebench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.UserError;

/** What the URL and the environment say, without a server. */
class UrlTargetTest {
  private static final String SECRET = "not-for-others-eyes";

  @Test
  void theUrlGoesBeforeTheEnvironment() {
    Map<String, String> reached =
        reached(
            "jdbc:postgresql://db.example:6000/cdr?user=ann&password=hers&sslmode=require",
            Map.of("PGUSER", "bob", "PGPASSWORD", "his", "PGSSLMODE", "disable"));

    assertThat(reached)
        .containsEntry("PGHOST", "db.example")
        .containsEntry("PGPORT", "6000")
        .containsEntry("PGDATABASE", "cdr")
        .containsEntry("PGUSER", "ann")
        .containsEntry("PGPASSWORD", "hers")
        .containsEntry("PGSSLMODE", "require");
  }

  @Test
  void theEnvironmentSaysWhatTheUrlDoesNot() {
    Map<String, String> reached =
        reached(
            "jdbc:postgresql://db.example/cdr",
            Map.of("PGUSER", "bob", "PGPASSWORD", "his", "PGSSLMODE", "disable"));

    assertThat(reached)
        .containsEntry("PGPORT", "5432")
        .containsEntry("PGUSER", "bob")
        .containsEntry("PGPASSWORD", "his")
        .containsEntry("PGSSLMODE", "disable");
  }

  @Test
  void theDescriptionSaysWhereAndNoSecret() {
    Target target =
        UrlTarget.of(
            Map.of(
                "CLOUDBERRY_URL",
                "jdbc:postgresql://db.example:6000/cdr?user=ann&password=" + SECRET,
                "PGPASSWORD",
                SECRET));

    assertThat(target.description()).isEqualTo("server at db.example:6000/cdr (CLOUDBERRY_URL)");
    assertThat(target.toString()).doesNotContain(SECRET);
    assertThat(target.handoff()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://ann:" + SECRET + "@db.example/cdr",
        "jdbc:mysql://db.example/cdr?password=" + SECRET,
        "jdbc:postgresql://ann:" + SECRET + "@db.example:notaport/cdr",
        "jdbc:postgresql://db.example:99999999/cdr?password=" + SECRET,
        "ann:" + SECRET
      })
  void aMalformedUrlIsToldWithoutShowingIt(String url) {
    assertThatThrownBy(() -> UrlTarget.of(Map.of("CLOUDBERRY_URL", url)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("CLOUDBERRY_URL is not a PostgreSQL JDBC URL")
        .hasMessageNotContaining(SECRET)
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void aForcedUrlThatIsNotSetIsToldWithAnExample(String url) {
    assertThatThrownBy(
            () ->
                new TargetFinder(
                        Map.of("CLOUDBERRY_TARGET", "url", "CLOUDBERRY_URL", url), line -> {})
                    .find())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("CLOUDBERRY_URL is not set")
        .hasMessageContaining("jdbc:postgresql://");
  }

  @Test
  void anUnknownKindOfTargetIsToldWithTheKnownOnes() {
    assertThatThrownBy(
            () -> new TargetFinder(Map.of("CLOUDBERRY_TARGET", "cloud"), line -> {}).find())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("'cloud'")
        .hasMessageContaining("url, docker or embedded");
  }

  private static Map<String, String> reached(String url, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("CLOUDBERRY_URL", url);
    return UrlTarget.of(all).libpqEnvironment();
  }
}
