package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendedCsvTest {
  private static final List<String> NAMES = List.of("a", "b");

  @TempDir private Path folder;

  @Test
  void rowsAreReadBackByTheirNamesAndBlanksStayBlank() {
    try (AppendedCsv csv = open()) {
      csv.append(List.of(1, "x"));
      csv.append(Arrays.asList(2, null));

      assertThat(csv.rows()).extracting(row -> row.get("a")).containsExactly("1", "2");
      assertThat(csv.rows()).extracting(row -> row.get("b")).containsExactly("x", "");
    }
  }

  @Test
  void aFileCutAnywhereKeepsItsWholeLines() throws IOException {
    try (AppendedCsv csv = open()) {
      csv.append(List.of(1, "x"));
      csv.append(List.of(22, "yy"));
    }
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      try (AppendedCsv csv = open()) {
        csv.append(List.of(3, "z"));
      }
      List<String> lines = Files.readAllLines(file());
      assertThat(lines).first().isEqualTo("a,b");
      assertThat(lines).last().isEqualTo("3,z");
      assertThat(List.of("a,b", "1,x", "22,yy", "3,z")).containsAll(lines);
    }
  }

  private AppendedCsv open() {
    return AppendedCsv.open(file(), NAMES);
  }

  private Path file() {
    return folder.resolve("some.csv");
  }
}
