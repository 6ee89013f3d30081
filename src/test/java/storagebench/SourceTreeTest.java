package storagebench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The source tree as a table of contents. */
class SourceTreeTest {
  private static final String PACKAGE = "package-info.java";

  private static List<Path> files() throws IOException {
    try (Stream<Path> main = Files.walk(Path.of("src/main/java"));
        Stream<Path> jmh = Files.walk(Path.of("src/jmh/java"))) {
      return Stream.concat(main, jmh).filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  @Test
  void aSimpleNameMeansOneType() throws IOException {
    Map<String, List<Path>> byName =
        files().stream()
            .filter(file -> !file.endsWith(PACKAGE))
            .collect(Collectors.groupingBy(file -> file.getFileName().toString()));

    assertThat(byName).allSatisfy((name, files) -> assertThat(files).hasSize(1));
  }

  @Test
  void everyPackageSaysWhatItIsFor() throws IOException {
    assertThat(files().stream().map(Path::getParent).distinct())
        .allSatisfy(folder -> assertThat(folder.resolve(PACKAGE)).exists());
  }
}
