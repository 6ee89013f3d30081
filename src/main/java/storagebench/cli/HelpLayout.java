package storagebench.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import storagebench.duel.DuelArguments;
import storagebench.render.layout.Wrap;
import storagebench.run.plan.RunOptions;

/**
 * The help of every command, in the order of a manual page. Of picocli's annotations, {@code
 * description} has paragraphs, or lines where it is indented, and {@code footer} the examples: a
 * command line, then what it is for.
 */
final class HelpLayout {
  /** How the command lines of the jar begin. */
  static final String JAR = "java -jar benchmarks.jar ";

  private static final int WIDTH = 80;
  private static final String INDENT = "  ";

  /** The column in which explanations begin. */
  private static final int MIDDLE = 26;

  /** Options of a run that a command refuses, or decides itself. */
  private static final Map<String, Set<String>> REFUSED =
      Map.of(
          DuelArguments.COMMAND,
          Set.of("--until", "--order", "-rf", "-rff", "-l"),
          ChooseCommand.NAME,
          Set.of("--until", "--order", "-rf", "-rff", "-l", "-f"));

  private HelpLayout() {}

  /** Gives it to a command and to those below it. */
  static void of(CommandLine line) {
    Map<String, IHelpSectionRenderer> sections = new LinkedHashMap<>();
    sections.put(
        "synopsis", help -> section(help, "Synopsis", lines(usage(help).customSynopsis())));
    sections.put(
        "description", help -> section(help, "Description", lines(usage(help).description())));
    sections.put("commands", help -> section(help, "Commands", commands(help)));
    sections.put("arguments", help -> section(help, "Arguments", arguments(help)));
    sections.put("options", HelpLayout::options);
    sections.put(
        "exit codes",
        help ->
            section(
                help,
                "Exit codes",
                usage(help).exitCodeList().entrySet().stream()
                    .map(code -> row(code.getKey(), code.getValue()))));
    sections.put("examples", help -> section(help, "Examples", examples(usage(help).footer())));
    line.setHelpSectionMap(sections).setHelpSectionKeys(List.copyOf(sections.keySet()));
  }

  private static UsageMessageSpec usage(Help help) {
    return help.commandSpec().usageMessage();
  }

  /** A blank line stands before each but the first. */
  private static String section(Help help, String heading, Stream<String> lines) {
    String body = lines.collect(Collectors.joining());
    String blank = heading.equals("Synopsis") ? "" : "\n";
    String bold = "@|bold " + heading.toUpperCase(Locale.ROOT) + "|@\n";
    return body.isEmpty() ? "" : blank + help.colorScheme().ansi().string(bold) + body;
  }

  private static Stream<String> lines(String... paragraphs) {
    return Arrays.stream(paragraphs)
        .flatMap(
            text ->
                text.startsWith(INDENT)
                    ? Stream.of(text)
                    : Wrap.pieces(text, WIDTH - INDENT.length()).stream())
        .map(line -> (INDENT + line).stripTrailing() + "\n");
  }

  /** Each by the first sentence of its description. */
  private static Stream<String> commands(Help help) {
    return help.commandSpec().subcommands().entrySet().stream()
        .map(
            command ->
                row(
                    command.getKey(),
                    command
                        .getValue()
                        .getCommandSpec()
                        .usageMessage()
                        .description()[0]
                        .split("(?<=\\.) ")[0]));
  }

  private static Stream<String> arguments(Help help) {
    return help.commandSpec().positionalParameters().stream()
        .map(
            argument ->
                row(
                    argument.paramLabel() + (argument.arity().isVariable() ? "..." : ""),
                    explanation(argument)));
  }

  private static String options(Help help) {
    List<OptionSpec> options = options(help.commandSpec());
    return Arrays.stream(OptionGroup.values())
        .map(
            group ->
                section(
                    help,
                    group.heading(),
                    group.of(options).map(option -> row(names(option), explanation(option)))))
        .collect(Collectors.joining());
  }

  /** The options of a command, and of a run and of JMH where what is left over goes there. */
  private static List<OptionSpec> options(CommandSpec command) {
    List<OptionSpec> options = new ArrayList<>(command.options());
    Set<String> refused = REFUSED.getOrDefault(command.name(), Set.of());
    if (command.parser().unmatchedArgumentsAllowed()) {
      Stream.of(CommandSpec.forAnnotatedObject(RunOptions.class), JmhOptions.of(command))
          .flatMap(handedOn -> handedOn.options().stream())
          .filter(option -> !command.optionsMap().containsKey(option.longestName()))
          .filter(option -> !refused.contains(option.longestName()))
          .forEach(options::add);
    }
    return options;
  }

  private static String names(OptionSpec option) {
    return String.join(", ", option.names())
        + (option.arity().max() == 0 ? "" : " " + option.paramLabel());
  }

  private static String explanation(ArgSpec argument) {
    return String.join(" ", argument.description());
  }

  private static String row(String name, String explanation) {
    String left = INDENT + name;
    String gap = "\n" + " ".repeat(MIDDLE);
    String between =
        left.length() + INDENT.length() > MIDDLE ? gap : " ".repeat(MIDDLE - left.length());
    return left + between + String.join(gap, Wrap.pieces(explanation, WIDTH - MIDDLE)) + "\n";
  }

  private static Stream<String> examples(String... pairs) {
    return IntStream.range(0, pairs.length)
        .mapToObj(i -> INDENT.repeat(i % 2 == 0 ? 1 : 3) + pairs[i] + "\n");
  }
}
