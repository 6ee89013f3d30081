package storagebench.run.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import me.tongfei.progressbar.ProgressBarConsumer;
import org.junit.jupiter.api.Test;

class LiveScreenTest {
  private final StringWriter terminal = new StringWriter();
  private final LiveScreen screen = new LiveScreen(new PrintWriter(terminal), 80);

  @Test
  void linesStandAboveTheBarsWhichAreDrawnAnewBelowThem() {
    ProgressBarConsumer first = screen.line();
    ProgressBarConsumer second = screen.line();
    first.accept("bar 1");
    second.accept("bar 2");
    screen.above("[1/2] done");

    assertThat(terminal.toString())
        .endsWith("\u001b[2A\r\u001b[J[1/2] done\n\u001b[?7lbar 1\nbar 2\n\u001b[?7h");
  }

  @Test
  void aLineThatIsWiderThanTheTerminalIsBrokenBetweenWordsAndTakenAwayWhole() {
    ProgressBarConsumer words = screen.line();
    words.accept(
        "now: insertSelect batchSize=100000 indexes=true preloadRows=0 variant=HEAP, batch 7");
    screen.clear();

    assertThat(terminal.toString())
        .contains("preloadRows=0 variant=HEAP,\nbatch 7\n")
        .endsWith("\u001b[2A\r\u001b[J");
  }

  @Test
  void nothingOfTheBarsStaysAtTheEnd() {
    screen.line().accept("bar 1");
    screen.clear();

    assertThat(terminal.toString()).endsWith("\u001b[1A\r\u001b[J");
  }
}
