package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.Selection;

/** The help of every command: what it does, its options in groups, and three examples that work. */
class HelpTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("^  (?:\\w+=\\S+ )?java -jar benchmarks\\.jar (.*)$", Pattern.MULTILINE);

  /** Their plan asks no server. */
  private static final Set<String> PLANNED = Set.of("duel", "stream");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(List<String> words) {
    return Main.run(
        words.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  /** The words of every command, those of the jar alone among them. */
  static Stream<List<String>> commands() {
    return below(BenchmarkCommand.line(), List.of());
  }

  private static Stream<List<String>> below(CommandLine command, List<String> words) {
    return Stream.concat(
        Stream.of(words),
        command.getSubcommands().entrySet().stream()
            .flatMap(below -> below(below.getValue(), and(words, below.getKey()))));
  }

  private static List<String> and(List<String> words, String more) {
    List<String> all = new ArrayList<>(words);
    all.add(more);
    return all;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void theHelpIsAPageOfAManual(List<String> command) {
    assertThat(run(and(command, "-h"))).as(err.toString()).isZero();

    String help = out.toString();
    assertThat(help)
        .startsWith("SYNOPSIS\n  java -jar benchmarks.jar " + String.join(" ", command))
        .containsSubsequence(
            "\nDESCRIPTION\n  ", "\nIN EVERY COMMAND\n  -h, --help", "\nEXAMPLES\n")
        .doesNotContain("%%", "${", "@|");
    assertThat(help.lines()).allMatch(line -> line.length() <= 80);
    assertThat(help.lines().filter(line -> line.matches("[A-Z ]+")))
        .as("sections")
        .doesNotHaveDuplicates();
    assertThat(help).contains(options(command));
  }

  /** Each has a group to stand in. */
  private static List<String> options(List<String> command) {
    CommandLine line = BenchmarkCommand.line();
    for (String word : command) {
      line = line.getSubcommands().get(word);
    }
    return line.getCommandSpec().optionsMap().keySet().stream().map(name -> " " + name).toList();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyExampleOfTheHelpCanBeRun(List<String> command) {
    assertThat(run(and(command, "-h"))).isZero();
    String[] parts = out.toString().split("\nEXAMPLES\n");
    List<String> examples =
        EXAMPLE.matcher(parts[1] + "\n").results().map(found -> found.group(1)).toList();

    assertThat(examples).hasSize(3);
    assertThat(parts[1].lines()).as("each with a reason").hasSize(6);
    for (String example : examples) {
      List<String> words = Arrays.asList(example.split(" "));
      assertThat(words.subList(0, command.size())).isEqualTo(command);
      assertCanBeRun(words);
    }
  }

  private void assertCanBeRun(List<String> words) {
    ParseResult parsed = BenchmarkCommand.line().parseArgs(words.toArray(String[]::new));
    if (PLANNED.contains(words.get(0))) {
      assertThat(run(words.contains("--plan") ? words : and(words, "--plan")))
          .as(err.toString())
          .isZero();
    } else if (!parsed.hasSubcommand()) {
      assertThat(Selection.of(BenchmarkArguments.parse(words)).cells()).isNotEmpty();
    } else {
      List<String> handedOn = parsed.subcommand().unmatched();
      assertThat(Selection.of(BenchmarkArguments.parse(handedOn)).cells()).isNotEmpty();
    }
  }
}
