package storagebench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import storagebench.Console;
import storagebench.UserError;
import storagebench.gpfdist.ListenAddress;
import storagebench.query.QueryTimeout;
import storagebench.render.ReportFolder;
import storagebench.report.Report;
import storagebench.report.ReportOptions;
import storagebench.run.plan.Amounts;
import storagebench.storage.Partitions;
import storagebench.storage.Variant;
import storagebench.stream.Method;
import storagebench.stream.Phase;
import storagebench.stream.StreamOptions;
import storagebench.stream.StreamRun;

/** Runs the day of traffic. */
@Command(
    name = "stream",
    customSynopsis = {
      HelpLayout.JAR + "stream [OPTION]...",
      HelpLayout.JAR + "stream --resume FOLDER"
    },
    description =
        "Inserts a day of traffic into every variant and shows it hour by hour. 500 batches of 10"
            + " to 500 thousand rows go in, without indexes and then with five. Each batch commits;"
            + " whatever stops the stream, --resume goes on with the next batch.",
    exitCodeList = {"0:done", "2:wrong use, or not all that was asked for"},
    footer = {
      HelpLayout.JAR + "stream --plan",
      "the hours of the day and their batches; touches no server",
      HelpLayout.JAR + "stream --scale 0.01 --queries",
      "a hundredth of the day, then queries of the tables",
      HelpLayout.JAR + "stream --variants AO,AOCO --phase 1 --method copy",
      "two formats without indexes, by COPY"
    })
final class StreamCommand implements Callable<Integer> {
  /** What the stream is run for; the folder has all tables. */
  private static final Set<String> SHOWN =
      Set.of("throughput", "compression", "index-cost", "growth", "gates");

  @Option(
      names = "--workload",
      paramLabel = "WORKLOAD",
      description = "where the rows come from, as in -p workload (default: cdr)")
  private String workload;

  @Option(
      names = "--phase",
      paramLabel = "1|2|both",
      description = "1: no indexes, 2: with five (default: both)")
  private String phase;

  @Option(names = "--batches", paramLabel = "N", description = "batches of the day (default: 500)")
  private Integer batches;

  @Option(names = "--scale", paramLabel = "X", description = "multiplies batch sizes (default: 1)")
  private Double scale;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "decides batch sizes and rows (default: always the same)")
  private Long seed;

  @Option(
      names = "--variants",
      split = ",",
      paramLabel = "VARIANT,...",
      description = "default: all that the server can store")
  private List<String> variants;

  @Option(
      names = "--method",
      paramLabel = "insertSelect|copy|gpfdist",
      description = "how rows get in (default: insertSelect)")
  private String method;

  @Option(
      names = ListenAddress.OPTION,
      paramLabel = "HOST",
      description =
          "where gpfdist listens for segments (default: the address that the coordinator sees)")
  private String gpfdistHost;

  @Option(names = "--partitions", paramLabel = "none|hourly", description = "default: none")
  private String partitions;

  @Option(names = "--queries", description = "query the tables after each phase")
  private boolean queries;

  @Option(
      names = QueryTimeout.OPTION,
      paramLabel = "TIME",
      converter = Amounts.Time.class,
      description = "the server stops a query that takes longer, such as 90s or 30m (default: 10m)")
  private Duration queryTimeout;

  @Option(names = "--keep", description = "leave the tables until 'clean'")
  private boolean keep;

  @Option(names = "--resume", paramLabel = "FOLDER", description = "go on with a stream")
  private Path resume;

  @Option(names = "--results", paramLabel = "DIR", description = "default: results")
  private Path results = Path.of("results");

  @Option(names = "--no-interactive", description = "plain lines instead of bars")
  private boolean plain;

  @Option(names = "--plan", description = "print the day and touch no server")
  private boolean plan;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Optional.ofNullable(gpfdistHost).ifPresent(ListenAddress::use);
    PrintWriter out = spec.commandLine().getOut();
    boolean bars = !plain && System.console() != null;
    Console console = new Console(out, spec.commandLine().getErr(), false, bars);
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    StreamRun run = new StreamRun(options(), words, console);
    if (plan) {
      run.plan();
      return Main.OK;
    }
    Path folder = run.run(System.getenv());
    Report report = Report.read(List.of(folder), ReportOptions.DEFAULT);
    ReportFolder.write(report, folder);
    out.println();
    out.print(Terminal.printable(Terminal.renderer().render(report.only(SHOWN))));
    out.println();
    KeptFiles.lines(folder, report).forEach(out::println);
    return Main.OK;
  }

  private StreamOptions options() {
    return new StreamOptions(
        Optional.ofNullable(workload),
        Optional.ofNullable(seed),
        Optional.ofNullable(batches),
        Optional.ofNullable(scale),
        Optional.ofNullable(phase).map(StreamCommand::phases),
        Optional.ofNullable(variants).map(StreamCommand::variants),
        Optional.ofNullable(method).map(StreamCommand::method),
        Optional.ofNullable(partitions).map(StreamCommand::partitions),
        queries,
        Optional.ofNullable(queryTimeout),
        keep,
        results,
        Optional.ofNullable(resume));
  }

  private static List<Phase> phases(String word) {
    return switch (word) {
      case "1" -> List.of(Phase.ONE);
      case "2" -> List.of(Phase.TWO);
      case "both" -> List.of(Phase.values());
      default -> throw unexpected("--phase", word, List.of("1", "2", "both"));
    };
  }

  private static List<Variant> variants(List<String> names) {
    return names.stream()
        .map(name -> oneOf("--variants", name, Variant.values(), Variant::name))
        .toList();
  }

  private static Method method(String word) {
    return oneOf("--method", word, Method.values(), Method::word);
  }

  private static Partitions partitions(String word) {
    return oneOf("--partitions", word, Partitions.values(), Partitions::word);
  }

  private static <T> T oneOf(String option, String given, T[] values, Function<T, String> word) {
    return Arrays.stream(values)
        .filter(value -> word.apply(value).equals(given))
        .findFirst()
        .orElseThrow(() -> unexpected(option, given, Arrays.stream(values).map(word).toList()));
  }

  private static UserError unexpected(String option, String given, List<String> expected) {
    return new UserError(option + " is '" + given + "'; expected " + String.join(", ", expected));
  }
}
