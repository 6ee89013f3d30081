package storagebench.stream;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import storagebench.workload.DayOfTraffic;

/**
 * What is foretold of a day that was measured: {@code results/reference/stream}. Its inserts are
 * known one by one; of staging and ANALYZE it has the sums alone, which are shared out here.
 */
class PhaseEstimateTest {
  private static final Path KEPT = Path.of("results/reference/stream");
  private static final double ANALYZE_FIXED_SECONDS = 1.2;

  @TempDir private Path folder;
  private DayOfTraffic day;
  private List<BatchRow> inserts;
  private PhaseEstimate outlook;
  private double asideSum;
  private double analyzeSum;

  @BeforeEach
  void readTheDay() throws IOException {
    for (String file : List.of(StreamPlan.FILE, BatchLine.FILE, TimingLine.FILE)) {
      Files.copy(KEPT.resolve(file), folder.resolve(file));
    }
    StreamPlan plan = StreamPlan.read(folder);
    day = plan.day();
    outlook = new PhaseEstimate(day, plan.variants());
    inserts = rows(BatchLine.FILE, BatchLine.class).stream().map(BatchLine::row).toList();
    TimingLine whole = rows(TimingLine.FILE, TimingLine.class).get(0);
    asideSum = whole.stageS() + whole.journalS() + whole.writeS() + whole.sizeS();
    analyzeSum = whole.analyzeS();
  }

  private <T extends Record> List<T> rows(String file, Class<T> type) {
    try (AppendedCsv<T> csv = AppendedCsv.open(folder.resolve(file), type)) {
      return csv.rows();
    }
  }

  /**
   * Before batch 126 all have 10,000 rows, and the forecast is a guess; batch 150 is a tenth of the
   * day's time.
   *
   * @param stagingRows rows whose staging takes as long as what is fixed of it: 18,000 where it was
   *     measured, and as few and as many as it may be elsewhere
   */
  @ParameterizedTest
  @CsvSource({
    "18000, 50, 1.5", "18000, 125, 1.5", "18000, 150, 1.1", "18000, 250, 1.1",
    "5000, 50, 2", "5000, 125, 2", "5000, 150, 1.1", "5000, 250, 1.1",
    "50000, 50, 2", "50000, 125, 2", "50000, 150, 1.1", "50000, 250, 1.1",
  })
  void aDayTakesWhatWasForetold(int stagingRows, int batch, double factor) {
    IntToDoubleFunction aside = aside(stagingRows);
    pass(batch, aside);
    double came =
        IntStream.rangeClosed(batch + 1, day.batches())
            .mapToDouble(k -> insertSeconds(k) + aside.applyAsDouble(k) + analyzeSeconds(k))
            .sum();

    assertThat(outlook.secondsAfter(batch)).isBetween(came / factor, came * factor);
    assertThat(outlook.isGuess()).isEqualTo(batch <= 125);
  }

  @Test
  void nothingIsForetoldBeforeABatchWasSeenWhole() {
    inserts.forEach(row -> outlook.inserted(row.place().variant(), row.digest().rows(), 1));

    assertThat(outlook.secondsAfter(0)).isNaN();
  }

  @Test
  void nothingIsLeftAfterTheLastBatch() {
    pass(day.batches(), aside(18_000));

    assertThat(outlook.secondsAfter(day.batches())).isZero();
  }

  private void pass(int to, IntToDoubleFunction aside) {
    inserts.stream()
        .filter(row -> row.place().batch() <= to)
        .forEach(
            row ->
                outlook.inserted(
                    row.place().variant(), row.digest().rows(), row.times().wall() / 1000));
    for (int k = 1; k <= to; k++) {
      outlook.aside(day.batch(k).rows(), aside.applyAsDouble(k));
      if (StreamPlan.analyzedAfter(k)) {
        outlook.analyzed(k, analyzeSeconds(k));
      }
    }
  }

  private double insertSeconds(int k) {
    return inserts.stream()
        .filter(row -> row.place().batch() == k)
        .mapToDouble(row -> row.times().wall() / 1000)
        .sum();
  }

  /** Staging of a batch is disturbed as much as its inserts were. */
  private IntToDoubleFunction aside(int stagingRows) {
    double all = day.rows() + (double) stagingRows * day.batches();
    double[] inserting =
        IntStream.rangeClosed(0, day.batches()).mapToDouble(this::insertSeconds).toArray();
    Map<Integer, Double> meanBySize =
        IntStream.rangeClosed(1, day.batches())
            .boxed()
            .collect(groupingBy(k -> day.batch(k).rows(), averagingDouble(k -> inserting[k])));
    return k -> {
      int rows = day.batch(k).rows();
      return asideSum * (stagingRows + rows) / all * inserting[k] / meanBySize.get(rows);
    };
  }

  private double analyzeSeconds(int k) {
    double rows =
        IntStream.rangeClosed(1, day.batches())
            .filter(StreamPlan::analyzedAfter)
            .mapToDouble(day::rowsThrough)
            .sum();
    double calls =
        IntStream.rangeClosed(1, day.batches()).filter(StreamPlan::analyzedAfter).count();
    double perRow = (analyzeSum - calls * ANALYZE_FIXED_SECONDS) / rows;
    return StreamPlan.analyzedAfter(k) ? ANALYZE_FIXED_SECONDS + perRow * day.rowsThrough(k) : 0;
  }
}
