package storagebench.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveDisplayTest {
  private static final int COLUMNS = 80;

  private final StringWriter terminal = new StringWriter();
  private final LiveDisplay display = new LiveDisplay(new PrintWriter(terminal), COLUMNS, "trials");

  @AfterEach
  void close() {
    display.close();
  }

  @Test
  void theTimeLeftIsShownWhereItIsKnown() {
    display.show(new RunStatus(1, 10, Optional.of(Duration.ofMinutes(90)), Map.of()));

    assertThat(shown()).contains("1/10").containsPattern("0:00:0\\d / 1:\\d\\d:\\d\\d");
  }

  @Test
  void anEstimateThatHasPassedIsNotShownAsNoTimeLeft() {
    display.show(new RunStatus(1, 10, Optional.of(Duration.ofNanos(1)), Map.of()));

    assertThat(shown()).contains(" / ?)").doesNotContain("0:00:00 / 0:00:00");
  }

  @Test
  void ratesAreShownOnceThereAreAny() {
    display.show(new RunStatus(1, 10, Optional.empty(), Map.of()));
    assertThat(shown()).doesNotContain("so far");
    display.show(new RunStatus(1, 10, Optional.empty(), Map.of("AO", 12345.6)));
    assertThat(shown()).contains("so far: AO 12,346 rows/s");
  }

  @Test
  void everyLineFitsTheTerminalAndKeepsItsFiguresWhole() {
    Map<String, Double> rates = new TreeMap<>();
    for (String variant : new String[] {"HEAP", "AO", "AOCO", "PAX", "PAX_NO_CLUSTER"}) {
      rates.put(variant, 1_406_000.0);
    }
    display.now("insertSelect batchSize=100000 indexes=true preloadRows=0 variant=HEAP, batch 7");
    display.show(new RunStatus(406_000, 40_600_000, Optional.empty(), rates));

    assertThat(shown().lines()).allMatch(line -> line.length() <= COLUMNS);
    assertThat(shown().replaceAll("\\s+", " ")).contains("PAX_NO_CLUSTER 1,406,000 rows/s");
  }

  /** What the terminal shows last. */
  private String shown() {
    String all = terminal.toString();
    return all.substring(all.lastIndexOf("\u001b[?7l") + 5).replace("\u001b[?7h", "");
  }
}
