package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the jar says of itself. */
class UsageTest {
  private static final Set<String> COMMANDS = BenchmarkCommand.line().getSubcommands().keySet();

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... words) {
    return Main.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void theHelpHasCommandsFirstThenOptionsOfARunAndTheWayToThoseOfJmh(String word) {
    assertThat(run(word)).isZero();

    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .startsWith("SYNOPSIS\n  java -jar benchmarks.jar COMMAND")
        .containsSubsequence(COMMANDS)
        .containsSubsequence("-h --verbose", "\n  clean", "--budget", "--verbose")
        .doesNotContain("-jvmArgsPrepend");
  }

  @Test
  void theHelpGivesTheNumbersOfTheSuiteAndNotJmhs() {
    assertThat(run("-h")).isZero();

    assertThat(out.toString())
        .containsPattern("-f +N .*default: 5\\)")
        .containsPattern("-wi +N .*default: 5\\)")
        .containsPattern("-i +N .*default: 15\\)")
        .doesNotContain("SingleShotTime");
  }

  @Test
  void everyCommandOfTheHelpIsOne() {
    assertThat(COMMANDS)
        .containsExactly(
            "target",
            "report",
            "compare",
            "history",
            "duel",
            "choose",
            "stream",
            "calibrate",
            "clean");
  }

  @Test
  void theVersionIsTheSuitesAndJmhs() {
    for (String command : List.of("--version", "-V")) {
      assertThat(run(command)).isZero();
    }
    for (String command : COMMANDS) {
      assertThat(run(command, "--version")).as(command).isZero();
    }

    assertThat(out.toString().lines())
        .hasSize(2 + COMMANDS.size())
        .allMatch(line -> line.matches("benchmarks\\.jar .*, JMH 1\\.\\d+"));
    assertThat(err.toString()).isEmpty();
  }
}
