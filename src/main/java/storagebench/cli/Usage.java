package storagebench.cli;

import java.util.List;
import java.util.function.Function;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import storagebench.run.plan.Benchmarks;
import storagebench.run.plan.RunOptions;

/** The help of the jar: its commands, then the options of a run, JMH's most used among them. */
final class Usage {
  private Usage() {}

  /** One screen or two. */
  static String text() {
    CommandSpec spec = CommandSpec.forAnnotatedObject(RunOptions.class).addArgGroup(jmhOptions());
    // As JMH's options are written.
    CommandLine line = new CommandLine(spec).setSeparator(" ");
    for (String name : Commands.NAMES) {
      line.addSubcommand(name, Commands.named(name).orElseThrow());
    }
    describe(spec.name("java -jar benchmarks.jar").usageMessage());
    return line.getUsageMessage(Ansi.AUTO);
  }

  private static void describe(UsageMessageSpec usage) {
    usage.customSynopsis(
        "java -jar benchmarks.jar COMMAND [ARGUMENT]...",
        "       java -jar benchmarks.jar [BENCHMARK]... [OPTION]...");
    usage.commandListHeading("%nCommands, each with a help of its own (COMMAND -h):%n");
    usage.optionListHeading(
        "%nWithout a command it measures insertSelect, copy and multiRowInsert, or what the%n"
            + "regular expressions BENCHMARK match.%n%nOptions of a run:%n");
    usage.footer(
        "",
        "All of JMH's options, with what JMH itself takes where nothing is said:",
        "  java -jar benchmarks.jar -h --verbose");
    usage.sectionKeys(
        List.of(
            UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING,
            UsageMessageSpec.SECTION_KEY_SYNOPSIS,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_COMMAND_LIST,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST_HEADING,
            UsageMessageSpec.SECTION_KEY_OPTION_LIST,
            UsageMessageSpec.SECTION_KEY_FOOTER));
  }

  /** Shown only: JMH reads them. */
  private static ArgGroupSpec jmhOptions() {
    return ArgGroupSpec.builder()
        .heading("%nOptions of JMH, those most used:%n")
        .validate(false)
        .addArg(option("-p", "NAME=VALUE,...", "Only these values of a parameter; -lp lists them."))
        .addArg(option("-f", "N", "Trials of each cell" + usual(BenchmarkListEntry::getForks)))
        .addArg(
            option(
                "-wi",
                "N",
                "Warm-up batches of a trial" + usual(BenchmarkListEntry::getWarmupIterations)))
        .addArg(
            option(
                "-i",
                "N",
                "Measured batches of a trial"
                    + usual(BenchmarkListEntry::getMeasurementIterations)))
        .addArg(option("-t", "N", "Sessions that insert into one table (default: 1)."))
        .addArg(option("-prof", "NAME", "Profiles the trials; -lprof lists profilers."))
        .addArg(option("-e", "PATTERN", "Leaves out the benchmarks that match."))
        .addArg(OptionSpec.builder("-l").description("Lists the benchmarks.").build())
        .build();
  }

  private static String usual(
      Function<BenchmarkListEntry, org.openjdk.jmh.util.Optional<Integer>> number) {
    return " (default: " + Benchmarks.usual(number) + ").";
  }

  private static OptionSpec option(String name, String value, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(value)
        .description(description)
        .build();
  }
}
