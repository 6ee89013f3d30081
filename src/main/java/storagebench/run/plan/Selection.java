package storagebench.run.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import storagebench.UserError;
import storagebench.results.Params;
import storagebench.server.Server;

/**
 * The cells that a command line asks for. Without a name of a benchmark these are the storage
 * benchmarks; those that watch the suite itself run only by name.
 */
public final class Selection {
  private final List<PlannedCell> cells;
  private final Map<String, Integer> forks;
  private final Map<String, Integer> batches;
  private final boolean variantsNamed;

  private Selection(
      List<PlannedCell> cells,
      Map<String, Integer> forks,
      Map<String, Integer> batches,
      boolean variantsNamed) {
    this.cells = cells;
    this.forks = forks;
    this.batches = batches;
    this.variantsNamed = variantsNamed;
  }

  /**
   * Reads names and parameters.
   *
   * @throws UserError if nothing is selected or a parameter or value is unknown
   */
  public static Selection of(BenchmarkArguments arguments) {
    CommandLineOptions options = arguments.jmh();
    Set<BenchmarkListEntry> entries = Benchmarks.selected(options);
    new ParameterCheck(entries).check(options, arguments.parameters());
    Set<PlannedCell> cells = new LinkedHashSet<>();
    Map<String, Integer> forks = new TreeMap<>();
    Map<String, Integer> batches = new TreeMap<>();
    for (BenchmarkListEntry entry : entries) {
      forks.put(
          entry.getUsername(),
          options.getForkCount().orElse(entry.getForks().orElse(Defaults.MEASUREMENT_FORKS)));
      batches.put(entry.getUsername(), batches(entry, options));
      cells.addAll(cells(entry, options));
    }
    return new Selection(
        List.copyOf(cells), forks, batches, options.getParameter(Params.VARIANT).hasValue());
  }

  /** The cells, in JMH's order. */
  public List<PlannedCell> cells() {
    return cells;
  }

  /** In how many rounds a cell takes part. */
  public int rounds(PlannedCell cell) {
    return Math.max(1, forks.get(cell.benchmark()));
  }

  /** The same cells, each in so many rounds at least. */
  public Selection inRounds(int fewest) {
    Map<String, Integer> more = new TreeMap<>(forks);
    more.replaceAll((benchmark, rounds) -> Math.max(rounds, fewest));
    return new Selection(cells, more, batches, variantsNamed);
  }

  /** The same with each cell changed by itself. */
  public Selection each(UnaryOperator<PlannedCell> change) {
    return new Selection(cells.stream().map(change).toList(), forks, batches, variantsNamed);
  }

  /** The cells that are wanted. */
  public Selection only(Predicate<PlannedCell> wanted) {
    return new Selection(cells.stream().filter(wanted).toList(), forks, batches, variantsNamed);
  }

  /** How many batches a trial of the cell has, warm-up included, in mode SingleShotTime. */
  public int batches(PlannedCell cell) {
    return batches.get(cell.benchmark());
  }

  /** Whether any of them stores rows on a server. */
  public boolean needsTarget() {
    return cells.stream().anyMatch(cell -> cell.parameters().containsKey(Params.VARIANT));
  }

  /**
   * The cells that the server can store.
   *
   * @param refusal why the server refuses the table of a cell; empty if it does not
   * @param notices takes a line about what is left out
   * @throws UserError if a variant was asked for by name that the server cannot store, or if it can
   *     store nothing of what was asked for
   */
  public Selection storable(
      Server server, Function<PlannedCell, Optional<String>> refusal, Consumer<String> notices) {
    LeftOut leftOut = LeftOut.of(cells, server, refusal);
    if (leftOut.isEmpty()) {
      return this;
    }
    if (variantsNamed && leftOut.lacksVariants()) {
      throw new UserError(leftOut.variants() + "; 'target' shows what can");
    }
    List<PlannedCell> left = cells.stream().filter(cell -> !leftOut.has(cell)).toList();
    if (left.isEmpty() && !leftOut.methods().isEmpty()) {
      throw new UserError("nothing to measure is left: " + leftOut.methods());
    }
    if (left.isEmpty() && !leftOut.lacksVariants()) {
      throw new UserError("nothing to measure is left: " + leftOut.tables());
    }
    notices.accept("Left out: " + leftOut + ".");
    return new Selection(left, forks, batches, false);
  }

  private static int batches(BenchmarkListEntry entry, CommandLineOptions options) {
    int warmup =
        options
            .getWarmupIterations()
            .orElse(entry.getWarmupIterations().orElse(Defaults.WARMUP_ITERATIONS_SINGLESHOT));
    int measured =
        options
            .getMeasurementIterations()
            .orElse(
                entry
                    .getMeasurementIterations()
                    .orElse(Defaults.MEASUREMENT_ITERATIONS_SINGLESHOT));
    return warmup + measured;
  }

  /** Every combination of the benchmark's parameters. */
  private static List<PlannedCell> cells(BenchmarkListEntry entry, CommandLineOptions options) {
    List<Map<String, String>> combinations = List.of(Map.of());
    for (Map.Entry<String, String[]> parameter : entry.getParams().orElse(Map.of()).entrySet()) {
      Collection<String> values =
          options.getParameter(parameter.getKey()).orElse(List.of(parameter.getValue()));
      List<Map<String, String>> longer = new ArrayList<>();
      for (Map<String, String> combination : combinations) {
        for (String value : values) {
          Map<String, String> one = new TreeMap<>(combination);
          one.put(parameter.getKey(), value);
          longer.add(one);
        }
      }
      combinations = longer;
    }
    return combinations.stream()
        .map(combination -> new PlannedCell(entry.getUsername(), combination))
        .map(cell -> cell.variant().map(cell::withOptions).orElse(cell))
        .distinct()
        .toList();
  }
}
