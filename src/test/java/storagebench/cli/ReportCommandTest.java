package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import storagebench.UserError;
import storagebench.results.SampleRun;

class ReportCommandTest {
  @TempDir Path folder;
  private final StringWriter printed = new StringWriter();

  private int run(Object... arguments) {
    ReportCommand report = new ReportCommand();
    CommandLine command = new CommandLine(report).setOut(new PrintWriter(printed));
    // Main maps exceptions to exit codes; here they are to be seen.
    command.setExecutionExceptionHandler(
        (e, c, r) -> {
          throw e;
        });
    String[] words = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
    command.parseArgs(words);
    return report.call();
  }

  private Path runFolder() throws IOException {
    SampleRun.of(2, 4, new int[] {1000}, "HEAP", "AO").write(folder.resolve("jmh.json"));
    return folder;
  }

  @Test
  void printsTheTablesOfAFolder() throws IOException {
    assertThat(run(runFolder())).isZero();
    assertThat(printed.toString()).contains("THROUGHPUT", "COMPRESSION");
  }

  @Test
  void writesEveryRenderingWithTheSameBytesEachTime() throws IOException {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    run(runFolder().resolve("jmh.json"), "--out", one);
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    run(folder.resolve("jmh.json"), "--out", other);
    Locale.setDefault(before);

    List<Path> files;
    try (Stream<Path> found = Files.walk(one)) {
      files = found.filter(Files::isRegularFile).map(one::relativize).sorted().toList();
    }
    assertThat(files)
        .map(Path::toString)
        .contains("report.txt", "report.md", "report.html", "csv/throughput.csv")
        .noneMatch(name -> name.endsWith(".part"));
    for (Path file : files) {
      assertThat(other.resolve(file)).hasSameBinaryContentAs(one.resolve(file));
    }
  }

  @Test
  void csvReadsBackAsTheSameNumbers() throws IOException {
    run(runFolder(), "--out", folder.resolve("out"));
    try (CSVParser csv =
        CSVParser.parse(
            folder.resolve("out/csv/throughput.csv"),
            StandardCharsets.UTF_8,
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      assertThat(csv.getRecords())
          .allSatisfy(
              line -> {
                double rate = Double.parseDouble(line.get("rate_rows_per_s"));
                assertThat(Double.parseDouble(line.get("rate_rows_per_s_low"))).isLessThan(rate);
                assertThat(Double.toString(rate)).isEqualTo(line.get("rate_rows_per_s"));
              });
    }
  }

  @Test
  void whatCannotBeReadIsAUserError() {
    assertThatThrownBy(() -> run(folder.resolve("absent"))).isInstanceOf(UserError.class);
    assertThatThrownBy(() -> run(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no JMH JSON");
  }

  @Test
  void folderThatCannotBeWrittenIsAUserError() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Path run = runFolder();

    assertThatThrownBy(() -> run(run, "--out", file.resolve("out")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("--out");
  }

  @Test
  void terminalsWithoutUnicodeGetPlainLetters() {
    assertThat(Terminal.printable("1 ±2 × µ ↑ ↓", StandardCharsets.US_ASCII))
        .isEqualTo("1 +-2 x ? ^ v");
    assertThat(Terminal.printable("1 ±2", StandardCharsets.UTF_8)).isEqualTo("1 ±2");
  }
}
