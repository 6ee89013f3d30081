package storagebench.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.UserError;

class AppendedCsvTest {
  private record Row(int rowCount, String b, Double c) {}

  @TempDir private Path folder;

  @Test
  void rowsAreReadBackAndWhatIsNullIsBlank() {
    try (AppendedCsv<Row> csv = open()) {
      csv.append(new Row(1, "x", 0.1));
      csv.append(new Row(2, "y,\"z\"", null));

      assertThat(csv.rows()).containsExactly(new Row(1, "x", 0.1), new Row(2, "y,\"z\"", null));
    }
    assertThat(file()).hasContent("row_count,b,c\n1,x,0.1\n2,\"y,\"\"z\"\"\",\n");
  }

  @Test
  void aFileWithOtherColumnsOrFieldsIsRefusedInOneLine() throws IOException {
    for (String text : List.of("b,c\nx,1\n", "row_count,b,c\nmany,x,1\n")) {
      Files.writeString(file(), text);
      try (AppendedCsv<Row> csv = open()) {
        assertThatThrownBy(csv::rows)
            .isInstanceOf(UserError.class)
            .hasMessageContaining("some.csv cannot be read")
            .hasMessageContaining("row_count")
            .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
      }
    }
  }

  @Test
  void aFileCutAnywhereKeepsItsWholeLines() throws IOException {
    try (AppendedCsv<Row> csv = open()) {
      csv.append(new Row(1, "x", 1.0));
      csv.append(new Row(22, "yy", null));
    }
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length <= whole.length; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      try (AppendedCsv<Row> csv = open()) {
        csv.append(new Row(3, "z", 2.0));
      }
      List<String> lines = Files.readAllLines(file());
      assertThat(lines).first().isEqualTo("row_count,b,c");
      assertThat(lines).last().isEqualTo("3,z,2.0");
      assertThat(List.of("row_count,b,c", "1,x,1.0", "22,yy,", "3,z,2.0")).containsAll(lines);
    }
  }

  private AppendedCsv<Row> open() {
    return AppendedCsv.open(file(), Row.class);
  }

  private Path file() {
    return folder.resolve("some.csv");
  }
}
