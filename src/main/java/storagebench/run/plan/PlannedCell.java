package storagebench.run.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import storagebench.results.Params;
import storagebench.server.Server;
import storagebench.storage.GpfdistInsert;
import storagebench.storage.Indexes;
import storagebench.storage.Variant;

/**
 * One combination of benchmark and parameters. No {@link storagebench.results.Identity}: mode,
 * threads and unit are JMH's to say, and a cell that is measured in several modes becomes several
 * rows.
 *
 * @param benchmark full name, as JMH knows it
 * @param parameters name to value, ordered by name
 */
public record PlannedCell(
    @JsonProperty(value = "benchmark", required = true) String benchmark,
    @JsonProperty(value = "parameters", required = true) Map<String, String> parameters) {
  /** The number of rows decides most of a trial's time, so sizes have the largest weight. */
  private static final Set<String> SIZES = Set.of(Params.BATCH_SIZE, Params.PRELOAD_ROWS);

  private static final Set<String> OF_TABLE =
      Set.of(Params.VARIANT, Params.WORKLOAD, Params.INDEXES);

  private static final int SIZE_WEIGHT = 10;

  public PlannedCell(String benchmark, Map<String, String> parameters) {
    this.benchmark = benchmark;
    this.parameters = new TreeMap<>(parameters);
    // Cells from before there was a choice do not have it; both are the same cell.
    this.parameters.remove(Params.WORKLOAD, Params.CALL_DETAIL_RECORDS);
    Params.OPTIONS.forEach(option -> this.parameters.remove(option, usual(option)));
  }

  private String usual(String option) {
    return Params.usual(parameters.getOrDefault(Params.VARIANT, ""), option);
  }

  /** The parameters as JMH is given and records them, with those that go without saying. */
  public Map<String, String> allParameters() {
    Map<String, String> all = new TreeMap<>(parameters);
    all.put(Params.WORKLOAD, workload());
    if (parameters.containsKey(Params.VARIANT)) {
      Params.OPTIONS.forEach(option -> all.putIfAbsent(option, usual(option)));
    }
    return all;
  }

  /** Names of the workloads of cells. */
  public static SortedSet<String> workloads(Collection<PlannedCell> cells) {
    return cells.stream().map(PlannedCell::workload).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Values of all parameters of cells. */
  public static Set<String> values(Collection<PlannedCell> cells) {
    return cells.stream()
        .flatMap(cell -> cell.parameters.values().stream())
        .collect(Collectors.toSet());
  }

  /** Where its rows come from. */
  public String workload() {
    return parameters.getOrDefault(Params.WORKLOAD, Params.CALL_DETAIL_RECORDS);
  }

  /** The cell without its variant and options: equal for cells that differ in nothing else. */
  public PlannedCell withoutVariant() {
    Map<String, String> others = new TreeMap<>(parameters);
    others.remove(Params.VARIANT);
    others.keySet().removeAll(Params.OPTIONS);
    return new PlannedCell(benchmark, others);
  }

  /** What of it decides whether its table can be made: equal for cells with the same table. */
  PlannedCell table() {
    Map<String, String> own = new TreeMap<>(parameters);
    own.keySet().removeIf(name -> !OF_TABLE.contains(name) && !Params.OPTIONS.contains(name));
    if (!indexes().isOne()) {
      own.remove(Params.INDEXES);
    }
    return new PlannedCell("", own);
  }

  /** The indexes of its table. */
  public Indexes indexes() {
    return new Indexes(parameters.getOrDefault(Params.INDEXES, Indexes.NONE.name()));
  }

  /** The table definition that it fills, if it stores rows. */
  public Optional<Variant> variant() {
    return Optional.ofNullable(parameters.get(Params.VARIANT))
        .map(name -> Variant.named(name).with(parameters));
  }

  /** Why its batches cannot get into any table of the server, if they cannot. */
  public Optional<String> obstacle(Server server) {
    return method().equals(Benchmarks.GPFDIST)
        ? GpfdistInsert.obstacle(server, Integer.parseInt(parameters.get(Params.STREAMS)))
        : Optional.empty();
  }

  /** The same cell with the options of a definition. */
  public PlannedCell withOptions(Variant variant) {
    Map<String, String> own = new TreeMap<>(parameters);
    own.put(Params.VARIANT, variant.name());
    Params.OPTIONS.forEach(option -> own.put(option, variant.parameter(option)));
    return new PlannedCell(benchmark, own);
  }

  /** Its variant, if it stores rows, with the options that are not the usual ones. */
  public Optional<String> definition() {
    return Optional.ofNullable(parameters.get(Params.VARIANT))
        .map(variant -> variant + words(Params.OPTIONS::contains));
  }

  /** Whether a trial of both has as many rows, as far as parameters decide that. */
  public boolean isOfSizeOf(PlannedCell other) {
    return SIZES.stream()
        .allMatch(size -> Objects.equals(parameters.get(size), other.parameters.get(size)));
  }

  /** How similar another cell is, in the parameters that decide the time of a trial. */
  public int inCommon(PlannedCell other) {
    return (benchmark.equals(other.benchmark) ? SIZE_WEIGHT : 0)
        + parameters.entrySet().stream()
            .filter(own -> own.getValue().equals(other.parameters.get(own.getKey())))
            .mapToInt(own -> SIZES.contains(own.getKey()) ? SIZE_WEIGHT : 1)
            .sum();
  }

  /** The benchmark's method, which is how people call it. */
  String method() {
    return benchmark.substring(benchmark.lastIndexOf('.') + 1);
  }

  @Override
  public String toString() {
    return method() + words(name -> true);
  }

  private String words(Predicate<String> names) {
    return parameters.entrySet().stream()
        .filter(p -> names.test(p.getKey()) && !p.getValue().equals(Params.NOT_APPLICABLE))
        .map(p -> " " + p.getKey() + "=" + p.getValue())
        .collect(Collectors.joining());
  }
}
