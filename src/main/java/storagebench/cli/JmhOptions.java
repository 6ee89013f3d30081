package storagebench.cli;

import java.util.Map;
import java.util.function.Function;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import storagebench.run.plan.Benchmarks;

/** The options of JMH that are used most. The help shows them; JMH reads them. */
@Command(defaultValueProvider = JmhOptions.OfTheBenchmarks.class)
final class JmhOptions {
  @ArgGroup(heading = "%nOptions of JMH, those most used:%n", validate = false)
  private MostUsed mostUsed;

  private static final class MostUsed {
    @Option(
        names = "-p",
        paramLabel = "NAME=VALUE,...",
        description = "Only these values of a parameter; -lp lists them.")
    private String parameter;

    @Option(
        names = "-f",
        paramLabel = "N",
        description = "Trials of each cell (default: ${DEFAULT-VALUE}).")
    private int forks;

    @Option(
        names = "-wi",
        paramLabel = "N",
        description = "Warm-up batches of a trial (default: ${DEFAULT-VALUE}).")
    private int warmups;

    @Option(
        names = "-i",
        paramLabel = "N",
        description = "Measured batches of a trial (default: ${DEFAULT-VALUE}).")
    private int iterations;

    @Option(
        names = "-t",
        paramLabel = "N",
        description = "Sessions that insert into one table (default: 1).")
    private int threads;

    @Option(
        names = "-prof",
        paramLabel = "NAME",
        description = "Profiles the trials; -lprof lists profilers.")
    private String profiler;

    @Option(
        names = "-e",
        paramLabel = "PATTERN",
        description = "Leaves out the benchmarks that match.")
    private String exclude;

    @Option(names = "-l", description = "Lists the benchmarks.")
    private boolean list;
  }

  /** What the benchmarks themselves say, which JMH takes where nothing is given. */
  static final class OfTheBenchmarks implements IDefaultValueProvider {
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
}
