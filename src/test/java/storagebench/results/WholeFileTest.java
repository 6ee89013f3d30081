package storagebench.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.UserError;

/** What is written is there whole, or what was there stays. */
class WholeFileTest {
  @TempDir private Path temporary;

  @Test
  void writesAllFilesAndMakesTheirFolders() throws IOException {
    Path folder = temporary.resolve("a/b");

    WholeFile.writeAll(folder, Map.of("one.txt", "1", "csv/two.csv", "2"));

    assertThat(names()).containsExactly("a/b/csv/two.csv", "a/b/one.txt");
    assertThat(folder.resolve("csv/two.csv")).hasContent("2");
  }

  @Test
  void oneFileThatCannotBeWrittenKeepsAllOthersAsTheyWere() throws IOException {
    WholeFile.writeAll(temporary, Map.of("one.txt", "old"));
    Files.createDirectories(temporary.resolve("two.txt"));

    assertThatThrownBy(
            () ->
                WholeFile.writeAll(
                    temporary, Map.of("one.txt", "new", "two.txt", "new", "csv/3.csv", "new")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("two.txt")
        .hasMessageContaining("what was there is kept");
    assertThat(names()).containsExactly("one.txt");
    assertThat(temporary.resolve("one.txt")).hasContent("old");
    assertThat(temporary.resolve("csv")).doesNotExist();
  }

  @Test
  void aFolderThatCannotBeMadeLeavesNoneBehind() throws IOException {
    Files.writeString(temporary.resolve("file"), "");

    assertThatThrownBy(() -> WholeFile.writeAll(temporary.resolve("file/a"), Map.of("b", "")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("file");
    assertThat(names()).containsExactly("file");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.walk(temporary)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> temporary.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
