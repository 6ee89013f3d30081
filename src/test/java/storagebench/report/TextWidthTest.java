package storagebench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.render.TextRenderer;
import storagebench.results.JmhText;
import storagebench.results.Metric;
import storagebench.results.Projection;
import storagebench.results.SampleRun;
import storagebench.table.Table;

/** Every line fits the terminal, whatever a table holds. */
class TextWidthTest {
  @TempDir Path folder;

  private static void assertFits(Report report) {
    for (int width : new int[] {80, 100, 140}) {
      String text = new TextRenderer(false, width).render(report);
      assertThat(text.lines()).isNotEmpty();
      // A word of a command to copy stays whole.
      assertThat(text.lines().filter(line -> line.strip().contains(" ")))
          .allMatch(line -> line.codePointCount(0, line.length()) <= width);
    }
  }

  /** The lines of column names of a table, by what they begin with. */
  private static List<String> headings(String text, String title, String begin) {
    return text.lines()
        .dropWhile(line -> !line.equals(title))
        .skip(1)
        .takeWhile(line -> !line.matches("[A-Z ,]+"))
        .filter(line -> line.startsWith(begin))
        .toList();
  }

  private Report sample() throws IOException {
    return Report.read(
        List.of(
            SampleRun.of(3, 6, new int[] {10_000, 100_000}, "HEAP", "AO", "AOCO", "PAX")
                .write(folder.resolve("jmh.json"))),
        ReportOptions.DEFAULT);
  }

  @Test
  void everyPartOfASplitTableHasTheColumnsThatTellRowsApart() throws IOException {
    String text = new TextRenderer(false, 80).render(sample());

    assertThat(headings(text, "THROUGHPUT", "variant"))
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.startsWith("variant  batchSize  indexes  "));
    assertThat(headings(text, "COMPRESSION", "variant")).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 100, 120})
  void aRatioAndItsWordsStayTogether(int width) throws IOException {
    String text = new TextRenderer(false, width).render(sample());

    assertThat(headings(text, "THROUGHPUT", "variant"))
        .anyMatch(line -> line.contains("vs AO ") && line.contains("than AO"))
        .allMatch(line -> line.contains("vs AOCO") == line.contains("than AOCO"));
  }

  @Test
  void aWiderTerminalNeedsFewerParts() throws IOException {
    List<Integer> parts = Stream.of(80, 100, 200).map(width -> sampleParts(width)).toList();

    assertThat(parts).isSortedAccordingTo((a, b) -> b - a).last().isEqualTo(1);
    assertThat(sampleParts(20)).as("narrower than anyone can read").isEqualTo(parts.get(0));
  }

  private int sampleParts(int width) {
    try {
      return headings(new TextRenderer(false, width).render(sample()), "THROUGHPUT", "variant")
          .size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void sizesOfMixedBatchesAreBesideEveryFigureOfTheirs() throws IOException {
    JmhText text = new JmhText();
    for (String variant : List.of("AO", "AOCO")) {
      text.add("a.B.day", "ss", "ms/op", "variant", variant, "ingest", "a_long_way_" + variant)
          .fork(10, 80, 11, 79)
          .metric(Metric.ROWS_INSERTED, 1000, 9000, 1000, 9000)
          .metric(Metric.ROWS_TABLE, 1000, 10_000, 11_000, 20_000);
    }
    Path file = text.write(folder.resolve("jmh.json"));
    Report report = Report.read(List.of(file), ReportOptions.DEFAULT);
    Report mixed = report.only(Set.of("mixed-batch-size"));

    assertThat(headings(new TextRenderer(false, 80).render(mixed), "BATCH SIZE, MIXED", "variant"))
        .hasSizeGreaterThan(1)
        .allMatch(line -> line.matches("variant +ingest +rows a batch .*"));
  }

  private static ReportOptions by(String projection) {
    ReportOptions usual = ReportOptions.DEFAULT;
    return new ReportOptions(
        usual.where(), Optional.of(Projection.parse(projection)), usual.reference(), usual.units());
  }

  @Test
  void fingerprintsWithLongFactsFit() throws IOException {
    SampleRun.of(3, 4, new int[] {10_000}, "AO").write(folder.resolve("jmh.json"));
    Files.writeString(
        folder.resolve("fingerprint.json"),
        "{\"server\":{\"version\":\"%s\"},\"ddl\":\"%s\"}"
            .formatted("a version of many words ".repeat(20), "0123456789abcdef".repeat(16)));

    assertFits(Report.read(List.of(folder), ReportOptions.DEFAULT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "benchmark,batchSize/variant",
        "benchmark,variant/batchSize",
        "benchmark/variant,batchSize"
      })
  void manyVariantsSideBySideFit(String projection) throws IOException {
    JmhText text = new JmhText();
    for (int cell = 0; cell < 12 * 4; cell++) {
      String rows = Integer.toString(1000 * (1 + cell % 4));
      String variant = "VARIANT_" + cell / 4;
      text.add("a.B.copy", "ss", "ms/op", "variant", variant, "batchSize", rows)
          .fork(cell + 10, cell + 12)
          .fork(cell + 13, cell + 11)
          .metric(Metric.ROWS_INSERTED, Double.parseDouble(rows), Double.parseDouble(rows))
          .metric(Metric.BYTES_TABLE, 1e6 * cell, 2e6 * cell);
    }
    Path file = text.write(folder.resolve("jmh.json"));

    assertFits(Report.read(List.of(file), by(projection)));
  }

  @Test
  void longNamesAreBrokenAndNotCut() throws IOException {
    JmhText text = new JmhText();
    String name =
        "com.example.a.quite.long_winded.package_name.SomeBenchmarkWithALongName.and_method_";
    for (String value : List.of("short", "long value ".repeat(20).strip())) {
      text.add(name.repeat(2), "avgt", "ms/op", "first", value, "second", value).fork(1, 2).fork(2);
    }
    Report report =
        Report.read(List.of(text.write(folder.resolve("jmh.json"))), ReportOptions.DEFAULT);

    assertFits(report);
    assertThat(new TextRenderer(false).render(report).split("value", -1).length)
        .isGreaterThan(2 * 20);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void absurdValuesAreShortenedAndBroken(int cells) throws IOException {
    JmhText text = new JmhText();
    for (int cell = 0; cell < cells; cell++) {
      String value = cell + "x".repeat(220_000) + cell;
      text.add("a.B.copy", "avgt", "ms/op", "first", value, "second", value, "third", "" + cell)
          .fork(1, 2)
          .fork(2);
    }
    Path file = text.write(folder.resolve("jmh.json"));

    for (String projection : List.of("benchmark,first,second,third", "benchmark,first/third")) {
      Report report = Report.read(List.of(file), by(projection));
      List<Table> tables = report.tables().stream().filter(t -> !t.id().startsWith("f")).toList();
      Report shown = new Report(List.of(), tables, report.columns(), report.units());
      String rendered = new TextRenderer(false).render(shown);
      assertThat(rendered.lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 100);
      assertThat(rendered).contains("…");
    }
  }

  @Test
  void longNamesLeaveRoomForTheWidestFigure() throws IOException {
    JmhText text = new JmhText();
    for (int cell = 0; cell < 2; cell++) {
      String name = "a_name_that_nearly_fills_half_a_line_of_text_" + cell;
      text.add("a.B.copy", "ss", "ms/op", "variant", name)
          .fork(10, 10)
          .metric(Metric.ROWS_INSERTED, 1e6, 1e6)
          .fork(14, 14)
          .metric(Metric.ROWS_INSERTED, 1e6, 1e6);
    }
    Path file = text.write(folder.resolve("jmh.json"));

    assertFits(Report.read(List.of(file), ReportOptions.DEFAULT));
  }

  @Test
  void everyFixtureFits() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/jmh"))) {
      files
          .filter(file -> file.toString().endsWith(".json"))
          .forEach(file -> assertFits(Report.read(List.of(file), ReportOptions.DEFAULT)));
    }
  }

  @Test
  void manyKeysShareAColumn() throws IOException {
    JmhText text = new JmhText();
    for (String value : List.of("one value", "another value")) {
      String[] params = new String[20];
      for (int i = 0; i < params.length; i += 2) {
        params[i] = "parameter" + i;
        params[i + 1] = value;
      }
      text.add("a.B.copy", "ss", "ms/op", params).fork(1, 2).fork(3, 4);
    }
    Path file = text.write(folder.resolve("jmh.json"));
    Report report = Report.read(List.of(file), ReportOptions.DEFAULT);

    assertFits(report);
    assertThat(new TextRenderer(false).render(report)).contains("parameter8=another value");
  }

  @Test
  void figuresBeyondAllMeaningFit() throws IOException {
    JmhText text = new JmhText();
    text.add("a.B.copy", "avgt", "ms/op").fork(1e305, 2e305).fork(3e305);
    Path file = text.write(folder.resolve("jmh.json"));

    assertFits(Report.read(List.of(file), ReportOptions.DEFAULT));
  }
}
