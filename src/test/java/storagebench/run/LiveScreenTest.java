package storagebench.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveScreenTest {
  private final StringWriter terminal = new StringWriter();
  private final LiveScreen screen = new LiveScreen(new PrintWriter(terminal), 80);

  @Test
  void linesStandAboveTheBarWhichIsDrawnAnewBelowThem() {
    screen.below(List.of("now: a cell"));
    screen.accept("bar 1");
    screen.above("[1/2] done");

    assertThat(terminal.toString())
        .endsWith("\u001b[2A\r\u001b[J[1/2] done\n\u001b[?7lbar 1\nnow: a cell\n\u001b[?7h");
  }

  @Test
  void nothingOfTheBarStaysAtTheEnd() {
    screen.accept("bar 1");
    screen.close();

    assertThat(terminal.toString()).endsWith("\u001b[1A\r\u001b[J");
  }
}
