package storagebench.run.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.format.ResultFormatType;
import storagebench.fixture.JmhForks;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

class TrialFileTest {
  private static final PlannedCell CELL = new PlannedCell("a.B.insert", Map.of("batchSize", "10"));
  private static final FinishedTrial TRIAL =
      new FinishedTrial(
          new Rounds.Trial(CELL, 3),
          7,
          Instant.parse("2026-01-05T10:15:00.123456789Z"),
          Duration.ofNanos(1_500_000_001L),
          false,
          List.of(JmhForks.trial(JmhForks.fork(CELL, 5, 0.1 + 0.2))));

  @Test
  void aTrialComesBackAsItWasAndJmhWritesItAsItWouldHave() throws IOException {
    FinishedTrial back = TrialFile.read(TrialFile.write(TRIAL));

    assertThat(back).usingRecursiveComparison().ignoringFields("results").isEqualTo(TRIAL);
    assertThat(json(back)).isEqualTo(json(TRIAL));
  }

  @Test
  void everyFlippedBitIsFound() {
    byte[] bytes = TrialFile.write(TRIAL);
    int missed = 0;
    for (int i = 0; i < bytes.length; i += 7) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= (byte) (1 << (i % 7));
      missed += readsAsAnother(damaged) ? 1 : 0;
    }

    assertThat(missed).isZero();
  }

  @Test
  void whatIsNoTrialIsDamaged() {
    for (String text : List.of("", "null", "{}", "[]", "7")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThatThrownBy(() -> TrialFile.read(bytes)).as(text).isInstanceOf(IOException.class);
    }
  }

  /** White space and the like may be damaged without harm: then it is the same trial. */
  private static boolean readsAsAnother(byte[] bytes) {
    try {
      FinishedTrial read = TrialFile.read(bytes);
      return !read.trial().equals(TRIAL.trial())
          || read.position() != TRIAL.position()
          || !read.took().equals(TRIAL.took())
          || !json(read).equals(json(TRIAL));
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  private static String json(FinishedTrial trial) {
    MergedResults merged = new MergedResults(List.of(CELL));
    trial.results().forEach(result -> merged.add(CELL, result));
    return new String(merged.format(ResultFormatType.JSON), StandardCharsets.UTF_8);
  }
}
