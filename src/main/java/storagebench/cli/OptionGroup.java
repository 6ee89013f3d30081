package storagebench.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The groups in which the help of every command shows options, in their order. Groups of picocli
 * would decide how options are read, too, and cannot hold those that commands inherit.
 */
enum OptionGroup {
  MEASURED(
      "What is measured",
      "-p",
      "--workload",
      "--variants",
      "--phase",
      "--batches",
      "--scale",
      "--method",
      "--partitions",
      "--queries",
      "--query-timeout",
      "-t",
      "-e",
      "-prof",
      "--gpfdist-host"),
  COURSE(
      "How often and how long",
      "-f",
      "-wi",
      "-i",
      "--until",
      "--until-decided",
      "--budget",
      "--settle",
      "--apart",
      "--switch",
      "--order",
      "--seed",
      "--resume"),
  FIGURES(
      "Which figures",
      "--baseline",
      "--candidate",
      "--where",
      "--by",
      "--metric",
      "--reference",
      "--unit"),
  VERDICT(
      "When something counts as different",
      "--margin",
      "--alpha",
      "--noise",
      "--must-see",
      "--fail-on",
      "--like",
      "--allow"),
  OUTPUT(
      "What is printed and kept",
      "-l",
      "--plan",
      "--quiet",
      "--no-interactive",
      "--rows-per-day",
      "--format",
      "--out",
      "--fingerprint",
      "--results",
      "--keep",
      "-rff",
      "-rf",
      "-o"),
  COMMON("In every command", "-h", "-V", "--verbose");

  private final String heading;
  private final List<String> names;

  OptionGroup(String heading, String... names) {
    this.heading = heading;
    this.names = List.of(names);
  }

  /** What stands above its options. */
  String heading() {
    return heading;
  }

  /** Those of the options that belong to it, in its order. */
  Stream<OptionSpec> of(List<OptionSpec> options) {
    return names.stream()
        .flatMap(
            name ->
                options.stream().filter(option -> Arrays.asList(option.names()).contains(name)));
  }
}
