package storagebench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is in the packaged jar beside the suite. */
class JarIT {
  private static final Pattern ARTIFACT =
      Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom.properties");

  @Test
  void itsLicenceIsInItAndEveryLibraryItCarriesIsNamedWithIts() throws IOException {
    String named = Files.readString(Path.of("THIRD-PARTY.md"));
    try (JarFile jar = new JarFile("target/benchmarks.jar")) {
      assertThat(text(jar, "META-INF/LICENSE")).isEqualTo(Files.readString(Path.of("LICENSE")));
      assertThat(text(jar, "META-INF/THIRD-PARTY.md")).isEqualTo(named);
      assertThat(libraries(jar)).hasSizeGreaterThan(20).allMatch(named::contains);
    }
  }

  private static Stream<String> libraries(JarFile jar) {
    return jar.stream()
        .map(entry -> ARTIFACT.matcher(entry.getName()))
        .filter(Matcher::matches)
        .filter(artifact -> !artifact.group(1).equals("storagebench"))
        .map(artifact -> artifact.group(2));
  }

  private static String text(JarFile jar, String name) throws IOException {
    return new String(
        jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
