package storagebench.cli;

import java.util.Map;
import java.util.function.Function;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.util.Optional;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import storagebench.duel.DuelArguments;
import storagebench.run.plan.Benchmarks;

/** The options of JMH that are used most. The help shows them; JMH reads them. */
final class JmhOptions {
  @Option(
      names = "-p",
      paramLabel = "NAME=VALUE,...",
      description = "only these values of a parameter; -lp lists them; repeatable")
  private String parameter;

  @Option(
      names = "-f",
      paramLabel = "N",
      description = "trials of each cell (default: ${DEFAULT-VALUE})")
  private int forks;

  @Option(
      names = "-wi",
      paramLabel = "N",
      description = "warm-up batches of a trial (default: ${DEFAULT-VALUE})")
  private int warmups;

  @Option(
      names = "-i",
      paramLabel = "N",
      description = "measured batches of a trial (default: ${DEFAULT-VALUE})")
  private int iterations;

  @Option(
      names = "-t",
      paramLabel = "N",
      description = "sessions that insert into one table (default: 1)")
  private int threads;

  @Option(
      names = "-prof",
      paramLabel = "NAME",
      description = "profile the trials; -lprof lists profilers; repeatable")
  private String profiler;

  @Option(names = "-e", paramLabel = "PATTERN", description = "leave out the benchmarks that match")
  private String exclude;

  @Option(names = "-l", description = "list the benchmarks")
  private boolean list;

  private JmhOptions() {}

  /** The options, with the numbers that a command takes where none is given. */
  static CommandSpec of(CommandSpec command) {
    CommandSpec options = CommandSpec.forAnnotatedObject(new JmhOptions());
    options.defaultValueProvider(
        command.name().equals(DuelArguments.COMMAND) ? new OfDuels() : new OfTheBenchmarks());
    return options;
  }

  /** What the benchmarks themselves say, which JMH takes where nothing is given. */
  private static final class OfTheBenchmarks implements IDefaultValueProvider {
    private static final Map<String, Function<BenchmarkListEntry, Optional<Integer>>> NUMBERS =
        Map.of(
            "-f", BenchmarkListEntry::getForks,
            "-wi", BenchmarkListEntry::getWarmupIterations,
            "-i", BenchmarkListEntry::getMeasurementIterations);

    @Override
    public String defaultValue(ArgSpec option) {
      Function<BenchmarkListEntry, Optional<Integer>> number =
          NUMBERS.get(((OptionSpec) option).longestName());
      return number == null ? null : String.valueOf(Benchmarks.usual(number));
    }
  }

  /** What a duel takes, of each side. */
  private static final class OfDuels implements IDefaultValueProvider {
    private static final Map<String, Integer> NUMBERS =
        Map.of(
            "-f", DuelArguments.TRIALS,
            "-wi", DuelArguments.WARMUP_PAIRS,
            "-i", DuelArguments.PAIRS);

    @Override
    public String defaultValue(ArgSpec option) {
      Integer number = NUMBERS.get(((OptionSpec) option).longestName());
      return number == null ? null : number.toString();
    }
  }
}
