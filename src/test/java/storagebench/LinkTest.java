package storagebench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Links within the project lead to a file that exists, and to a heading that it has. */
class LinkTest {
  private static final Pattern LINK =
      Pattern.compile("(?:\\]\\(|src=\"|srcset=\")(?!https?:)([^)#\"\\s]*)(?:#([^)\"\\s]+))?[)\"]");

  private static final Pattern HEADING = Pattern.compile("^#+ +(.*)$", Pattern.MULTILINE);
  private static final Pattern BLOCK = Pattern.compile("```.*?```", Pattern.DOTALL);

  static Stream<Path> files() throws IOException {
    return Documentation.files().stream();
  }

  @ParameterizedTest
  @MethodSource("files")
  void linksLeadSomewhere(Path page) throws IOException {
    String text = BLOCK.matcher(Files.readString(page)).replaceAll("");
    for (MatchResult link : LINK.matcher(text).results().toList()) {
      Path file = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1)).normalize();
      assertThat(file).as(link.group()).exists();
      if (link.group(2) != null) {
        assertThat(anchors(file)).as(file + " has a heading for the link").contains(link.group(2));
      }
    }
  }

  /** As GitHub makes them: lower case, punctuation left out, hyphens for blanks. */
  private static Set<String> anchors(Path file) throws IOException {
    return HEADING
        .matcher(Files.readString(file))
        .results()
        .map(heading -> heading.group(1).strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
