package storagebench.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of sql/ as text. */
class SqlFilesTest {
  private static final Path SQL = Path.of("sql");
  private static final Pattern HEADER_VARIABLE = Pattern.compile("-v (\\w+)=");
  private static final Pattern DEFAULT =
      Pattern.compile("(?m)^\\\\if :\\{\\?\\w+} \\\\else \\\\set \\w+ \\S+ \\\\endif$");
  private static final Pattern VARIABLE = Pattern.compile(":[\"'](\\w+)[\"']");

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(SQL)) {
      return files.filter(file -> file.toString().endsWith(".sql")).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aHeaderSaysWhatTheFileIsForAndNamesItsVariables(Path file) throws IOException {
    String text = Files.readString(file);
    List<String> header = text.lines().takeWhile(line -> line.startsWith("--")).toList();

    assertThat(header).isNotEmpty();
    String example = String.join("\n", header);
    if (example.contains("psql")) {
      assertThat(example).contains("-f " + file);
      assertThat(names(HEADER_VARIABLE, example)).containsAll(names(VARIABLE, text));
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileUsesNothingOfPsqlThatTheSuiteDoesNotUnderstand(Path file) throws IOException {
    String statements = Files.readString(file).replaceAll("--[^\n]*", "");

    assertThat(DEFAULT.matcher(statements).replaceAll("")).doesNotContain("\\");
  }

  /** Else it is whatever default_table_access_method says. PostgreSQL refuses it for partitions. */
  @ParameterizedTest
  @MethodSource("files")
  void aTableSaysItsAccessMethod(Path file) throws IOException {
    String statements = Files.readString(file).replaceAll("--[^\n]*", "");

    assertThat(statements.split(";"))
        .filteredOn(statement -> statement.contains("CREATE TABLE"))
        .allMatch(
            statement -> statement.contains("\nPARTITION BY ") || statement.contains("USING "));
  }

  private static List<String> names(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    List<String> names = new ArrayList<>();
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
