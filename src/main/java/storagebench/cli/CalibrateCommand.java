package storagebench.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import storagebench.Count;
import storagebench.compare.match.BuildRuns;
import storagebench.compare.noise.Calibration;
import storagebench.compare.noise.NoiseFile;
import storagebench.compare.noise.NoiseFloor;

/** Stores how far runs of one build differ, for {@code compare --noise}. */
@Command(
    name = "calibrate",
    customSynopsis = HelpLayout.JAR + "calibrate RUN... [OPTION]...",
    description =
        "Stores how far runs of the same build differ, for each machine and metric. With this file,"
            + " compare --noise takes no margin below it.",
    exitCodeList = {"0:done", "2:unusable input"},
    footer = {
      HelpLayout.JAR + "calibrate run-1 run-2 run-3 run-4 run-5",
      "five runs of one build, into noise.json",
      HelpLayout.JAR + "calibrate run-1 run-2 --out ci/noise.json",
      "into another file, beside what it has of other machines",
      HelpLayout.JAR + "calibrate run-1 run-2 --metric score,bytes.table",
      "of these two metrics only"
    })
public final class CalibrateCommand implements Callable<Integer> {
  /** Two further runs differ by more than any pair of these about once in eight times. */
  private static final int ENOUGH_RUNS = 5;

  @Parameters(
      arity = "1..*",
      paramLabel = "RUN",
      description =
          "two or more runs of one build on each machine, with as many forks as those to be"
              + " compared; each is a JMH JSON file, a run's folder, a side's of a duel, or a"
              + " folder of rounds")
  private List<Path> runs;

  @Mixin private MetricOptions metrics = new MetricOptions();

  @Option(
      names = "--out",
      defaultValue = "noise.json",
      paramLabel = "FILE",
      description =
          "where to store it; other machines and metrics there are kept (default:"
              + " ${DEFAULT-VALUE})")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SortedMap<String, SortedMap<String, NoiseFloor>> floors =
        Calibration.of(
            WholeRuns.in(runs, spec.commandLine().getErr()).stream()
                .map(CalibrateCommand::read)
                .toList(),
            metrics.measures());
    new NoiseFile(floors).mergeInto(out);
    floors.forEach(this::print);
    return Main.OK;
  }

  private static BuildRuns read(Path run) {
    return BuildRuns.read(run.toString(), List.of(run));
  }

  private void print(String machine, SortedMap<String, NoiseFloor> floors) {
    PrintWriter shown = spec.commandLine().getOut();
    shown.println(machine);
    for (Map.Entry<String, NoiseFloor> metric : floors.entrySet()) {
      NoiseFloor noise = metric.getValue();
      shown.printf(
          Locale.ROOT,
          "  %-16s %6.2f %%  (%s of %s)%n",
          metric.getKey(),
          100 * noise.floor(),
          Count.of(noise.comparisons(), "comparison"),
          Count.of(noise.runs(), "run"));
    }
    floors.values().stream()
        .mapToInt(NoiseFloor::runs)
        .filter(measured -> measured < ENOUGH_RUNS)
        .min()
        .ifPresent(
            few ->
                shown.printf(
                    Locale.ROOT,
                    "  Caution: of %d runs only; two others may well differ by more. Give %d or"
                        + " more.%n",
                    few,
                    ENOUGH_RUNS));
  }
}
