package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.render.Format;
import storagebench.results.Interleaving;
import storagebench.results.JmhText;
import storagebench.results.Metric;

/** The figures of a comparison are those of a report, and no figure is too large to be written. */
class CompareFiguresTest extends CompareCommandCase {
  private static final String[] SIDES = {"b", "c"};

  /** Two stalls in five: the median batch is a tenth of the candidate's, the mean four times it. */
  private static final double[] STALLING = {1, 1, 1, 100, 101};

  private static final double[] STEADY = {10, 10, 10, 10, 10.5};

  @Test
  void aForkCountsByItsScoreSoThatTheSideWithStallsIsTheSlowerOne() throws IOException {
    write(false, "avgt");

    assertThat(compare(folder.resolve("b"), folder.resolve("c"))).isZero();
    assertThat(out).startsWith("No regression found: 1 improvement.");
    assertFiguresOfReport("score");
  }

  @Test
  void aForkCountsByItsTotalTimeByItsRows() throws IOException {
    write(true, "ss");

    assertThat(compare(folder.resolve("b"), folder.resolve("c"))).isZero();
    assertThat(out).startsWith("No regression found: 1 improvement.").contains("us/row");
    assertFiguresOfReport("rate_rows_per_s");
  }

  @Test
  void threadsCountByTheTimeOfAllOfThemTogether() throws IOException {
    for (String side : SIDES) {
      JmhText text = new JmhText();
      JmhText.Result cell = text.add("a.B.insert", "ss", "ms/op");
      for (double level : new double[] {99, 100, 101}) {
        // Threads of the candidate take longer each, but overlap more.
        double wall = side.equals("b") ? level : level * 0.8;
        cell.fork(side.equals("b") ? level : level * 1.2)
            .metric(Metric.ROWS_INSERTED, 1000)
            .metric(Metric.TIME_WALL, wall);
      }
      run(side, text);
    }

    compare(folder.resolve("b"), folder.resolve("c"));

    assertThat(out).startsWith("No regression found: 1 improvement.");
    assertFiguresOfReport("rate_rows_per_s");
  }

  @Test
  void aDuelShowsTheMiddleHalfAndTheTotalsAndSaysWhereTheyDisagree() throws IOException {
    for (String side : SIDES) {
      JmhText text = new JmhText();
      JmhText.Result cell = text.add("a.B.insert", "ss", "ms/op", "variant", "AO");
      for (double level : new double[] {99, 100, 101}) {
        double usual = side.equals("b") ? level : level * 0.9;
        double stall = side.equals("b") ? usual : level * 20;
        cell.fork(usual, usual, usual, usual, usual, usual, usual, stall)
            .metric(Metric.DUEL_PAIR, 0, 1, 2, 3, 4, 5, 6, 7);
      }
      run(side, text);
      new Interleaving("s", List.of()).write(folder.resolve(side));
    }

    compare(folder.resolve("b"), folder.resolve("c"));

    assertThat(out)
        .contains("ratio (middle half)")
        .contains("of totals")
        .contains("0.900")
        .contains("the totals point the other way, 3.288: outside the middle half of the pairs");
    assertThat(json().get("rows").get(0).get("ratio_of_totals").doubleValue())
        .isCloseTo((7 * 0.9 + 20) / 8, within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "csv", "junit", "html", "otava"})
  void anInfiniteFigureIsWrittenInEveryFormat(String format) throws IOException {
    hugeSpread();

    assertThat(compare(folder.resolve("b"), folder.resolve("c"), "--format", format)).isZero();
    assertThat(out).doesNotContain("0000000000000");
    if (!format.equals("csv")) {
      assertThat(out).doesNotContain("Infinity");
    }
  }

  @Test
  void whatCouldBeSeenIsInWordsWhereItIsAbsurd() throws IOException {
    hugeSpread();

    compare(folder.resolve("b"), folder.resolve("c"));
    assertThat(out)
        .startsWith("Nothing could be told, the noise hides a tenfold change: 1 could not tell.")
        .contains("nothing below tenfold")
        .contains("0.000 to ∞");
    compare(folder.resolve("b"), folder.resolve("c"), "--format", "junit");
    assertThat(out).contains("could have seen nothing below tenfold");
  }

  @Test
  void everyFormatIsKeptOrNone() throws IOException {
    hugeSpread();
    Path kept = folder.resolve("kept");

    assertThat(compare(folder.resolve("b"), folder.resolve("c"), "--out", kept)).isZero();
    try (Stream<Path> files = Files.list(kept)) {
      assertThat(files).hasSize(Format.values().length);
    }
    Path hindered = folder.resolve("hindered");
    Files.createDirectories(hindered.resolve(Format.OTAVA.fileName()).resolve("in the way"));
    assertThat(compare(folder.resolve("b"), folder.resolve("c"), "--out", hindered)).isEqualTo(2);
    assertOneLineError();
    try (Stream<Path> files = Files.list(hindered)) {
      assertThat(files).hasSize(1);
    }
  }

  private void hugeSpread() throws IOException {
    for (String side : SIDES) {
      JmhText text = new JmhText();
      double largest = side.equals("b") ? 1 : 1e300;
      text.add("a.B.c", "avgt", "ms/op").fork(1).fork(1).fork(largest);
      run(side, text);
    }
  }

  private void write(boolean rows, String mode) throws IOException {
    for (String side : SIDES) {
      JmhText text = new JmhText();
      JmhText.Result cell = text.add("a.B.insert", mode, "ms/op");
      for (double level : new double[] {0.99, 1, 1.01}) {
        double[] times = side.equals("b") ? STALLING : STEADY;
        cell.fork(Arrays.stream(times).map(t -> t * level).toArray());
        if (rows) {
          cell.metric(Metric.ROWS_INSERTED, 100, 200, 300, 400, 500);
        }
      }
      run(side, text);
    }
  }

  private void run(String side, JmhText text) throws IOException {
    text.write(Files.createDirectories(folder.resolve(side)).resolve("jmh.json"));
  }

  private JsonNode json() throws IOException {
    compare(folder.resolve("b"), folder.resolve("c"), "--format", "json");
    return new ObjectMapper().readTree(out);
  }

  private void assertFiguresOfReport(String column) throws IOException {
    JsonNode row = json().get("rows").get(0);
    double before = reported("b", column);
    double after = reported("c", column);
    boolean rate = !column.equals("score");

    assertThat(row.at("/baseline/value").doubleValue())
        .isCloseTo(rate ? 1e6 / before : before, within(1e-9));
    assertThat(row.at("/candidate/value").doubleValue())
        .isCloseTo(rate ? 1e6 / after : after, within(1e-9));
    assertThat(row.at("/ratio/value").doubleValue() > 1)
        .isEqualTo(rate ? after < before : after > before);
  }

  private double reported(String side, String column) throws IOException {
    Path kept = folder.resolve("report-" + side);
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    String run = folder.resolve(side).toString();
    Main.run(new String[] {"report", run, "--out", kept.toString()}, nowhere, nowhere);
    try (CSVParser rows =
        CSVParser.parse(
            Files.readString(kept.resolve("csv/throughput.csv")),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return Double.parseDouble(rows.getRecords().get(0).get(column));
    }
  }
}
