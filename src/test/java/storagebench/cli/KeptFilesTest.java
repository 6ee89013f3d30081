package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import storagebench.report.Report;
import storagebench.results.ProfileFolder;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

class KeptFilesTest {
  @TempDir private Path folder;

  private Report report;

  @BeforeEach
  void makeReport() {
    report =
        new Report(
            List.of(),
            List.of(table("throughput"), table("waits"), table("gates")),
            List.of(),
            List.of());
  }

  @Test
  void gatesFindingsOfProfilersAndFlameGraphsAreNamedByPath() throws IOException {
    Path flame = profile("AO", "flame.html");
    profile("AO", ProfileFolder.WARNINGS);
    Path page = folder.resolve("report.html");

    assertThat(KeptFiles.lines(folder, report))
        .containsExactly(
            "All tables and charts: " + page,
            "  Title of waits: " + page + "#waits",
            "  Title of gates: " + page + "#gates",
            "  flame.html: " + flame);
  }

  @Test
  void filesOfSeveralTrialsAreNamedByAPattern() throws IOException {
    profile("AO", "flame.html");
    profile("AOCO", "flame.html");

    assertThat(KeptFiles.lines(folder, report))
        .contains("  flame.html: " + folder.resolve("profile").resolve("*").resolve("flame.html"));
  }

  private Path profile(String cell, String file) throws IOException {
    Path path = ProfileFolder.of(folder, cell, 0).path();
    Files.createDirectories(path);
    return Files.writeString(path.resolve(file), "x");
  }

  private static Table table(String id) {
    return new TableBuilder<>(id, "Title of " + id, "").build(List.of());
  }
}
