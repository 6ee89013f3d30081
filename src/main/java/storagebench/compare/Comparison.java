package storagebench.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import storagebench.compare.match.BuildRuns;
import storagebench.compare.match.Matching;
import storagebench.compare.match.MeasuredCell;
import storagebench.compare.match.Pair;
import storagebench.compare.noise.Machine;
import storagebench.compare.noise.NoiseFile;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Judge;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.Obstacle;
import storagebench.compare.verdict.OneSided;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Suite;
import storagebench.compare.verdict.Verdict;
import storagebench.results.Difference;
import storagebench.results.Identity;
import storagebench.results.Provenance;

/**
 * Everything that can be said about a candidate and its baseline.
 *
 * @param rows a verdict for each cell and metric
 * @param suites the metrics over all cells
 * @param onlyBaseline cells, and metrics of cells, that the candidate lacks
 * @param onlyCandidate cells, and metrics of cells, that the baseline lacks
 * @param anatomy where the time of profiled cells goes on both sides
 * @param waits what the sessions of profiled cells wait for on both sides
 * @param profiles the files that profilers have kept
 * @param baseline when and where the baseline was measured, and of which build
 * @param candidate the same of the candidate
 * @param servers what each side was measured on: expected to differ
 * @param warnings what would mislead if it were not known, one line each
 * @param options how it was compared
 */
public record Comparison(
    List<Row> rows,
    List<Suite> suites,
    List<OneSided> onlyBaseline,
    List<OneSided> onlyCandidate,
    List<AnatomyChange> anatomy,
    List<WaitChange> waits,
    List<ProfilePair> profiles,
    Provenance baseline,
    Provenance candidate,
    List<Difference> servers,
    List<String> warnings,
    CompareOptions options) {
  public Comparison {
    rows = List.copyOf(rows);
    suites = List.copyOf(suites);
    onlyBaseline = List.copyOf(onlyBaseline);
    onlyCandidate = List.copyOf(onlyCandidate);
    anatomy = List.copyOf(anatomy);
    waits = List.copyOf(waits);
    profiles = List.copyOf(profiles);
    servers = List.copyOf(servers);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads and compares JMH JSON files and run folders.
   *
   * @throws storagebench.UserError if one of them cannot be used
   */
  public static Comparison read(List<Path> baseline, List<Path> candidate, CompareOptions options) {
    return of(
        BuildRuns.read("baseline", baseline), BuildRuns.read("candidate", candidate), options);
  }

  /**
   * Reads and compares, with the noise floor of the machine as the smallest margin.
   *
   * @throws storagebench.UserError if something cannot be used, or the machine was not calibrated
   */
  public static Comparison read(
      List<Path> baseline, List<Path> candidate, NoiseFile noise, CompareOptions options) {
    BuildRuns before = BuildRuns.read("baseline", baseline);
    BuildRuns after = BuildRuns.read("candidate", candidate);
    List<String> machines =
        Stream.of(before, after)
            .flatMap(side -> side.runs().stream())
            .map(Machine::of)
            .distinct()
            .toList();
    return of(before, after, options.above(noise.of(machines)));
  }

  /** Compares what was read. */
  public static Comparison of(BuildRuns baseline, BuildRuns candidate, CompareOptions asked) {
    Matching matching = Matching.of(baseline, candidate, asked.where(), asked.allow());
    CompareOptions options = asked.among(matching.units());
    Grouping grouping = Grouping.of(matching, options.by());
    Judge judge = new Judge(options.margins()::of, options.alpha(), Looks.of(baseline, candidate));
    boolean same = baseline.isSameAs(candidate);

    List<Contrast> contrasts = grouping.group(contrasts(matching, options));
    List<Row> rows =
        new ArrayList<>(same ? judge.same(contrasts) : judge.withOutlook(judge.judge(contrasts)));
    rows.addAll(notComparable(matching, options));
    rows.sort(RowOrder.INSTANCE);
    List<OneSided> onlyBaseline =
        oneSided(matching.onlyBaseline(), matching, options, Pair::baseline, Pair::candidate);
    List<OneSided> onlyCandidate =
        oneSided(matching.onlyCandidate(), matching, options, Pair::candidate, Pair::baseline);
    List<String> warnings =
        new ArrayList<>(
            ComparisonWarnings.of(baseline, candidate, matching, grouping, contrasts, options));
    warnings.addAll(ComparisonWarnings.missing(baseline, onlyBaseline));
    warnings.addAll(ComparisonWarnings.missing(candidate, onlyCandidate));
    return new Comparison(
        rows,
        Suite.of(rows, judge::level),
        onlyBaseline,
        onlyCandidate,
        matching.pairs().stream().flatMap(pair -> AnatomyChange.of(pair).stream()).toList(),
        matching.pairs().stream().flatMap(pair -> WaitChange.of(pair).stream()).toList(),
        ProfilePair.of(baseline, candidate),
        baseline.provenance(),
        candidate.provenance(),
        Servers.of(baseline, candidate),
        warnings,
        options);
  }

  /** How many rows got this verdict. */
  public long count(Verdict verdict) {
    return rows.stream().filter(row -> row.verdict() == verdict).count();
  }

  /** How many rows got no verdict that more forks could not change. */
  public long inconclusive() {
    return rows.stream().filter(row -> row.verdict().isInconclusive()).count();
  }

  /**
   * Times that nobody can tell about and whose smallest visible change is larger than what has to
   * be seen; where that was not said, those of which nothing could be told.
   */
  public List<Row> unseen() {
    return rows.stream().filter(this::isUnseen).toList();
  }

  private boolean isUnseen(Row row) {
    if (!row.measure().isSpeed() || !row.verdict().isInconclusive()) {
      return false;
    }
    return options.mustSee().isPresent()
        ? !(row.smallest() - 1 <= options.mustSee().getAsDouble())
        : row.verdict() == Verdict.COULD_NOT_TELL;
  }

  private static List<OneSided> oneSided(
      List<Identity> cells,
      Matching matching,
      CompareOptions options,
      Function<Pair, MeasuredCell> has,
      Function<Pair, MeasuredCell> lacks) {
    Stream<OneSided> metrics =
        matching.pairs().stream()
            .flatMap(
                pair ->
                    options.measures().stream()
                        .filter(m -> m.isIn(has.apply(pair)))
                        .filter(m -> !m.isIn(lacks.apply(pair)))
                        .map(m -> new OneSided(has.apply(pair).identity(), Optional.of(m))));
    return Stream.concat(cells.stream().map(cell -> new OneSided(cell, Optional.empty())), metrics)
        .toList();
  }

  private static List<Contrast> contrasts(Matching matching, CompareOptions options) {
    return matching.pairs().stream()
        .flatMap(
            pair ->
                options.measures().stream()
                    .filter(m -> pair.differences(m.name()).isEmpty())
                    .flatMap(m -> Contrast.of(pair, m).stream()))
        .toList();
  }

  private static List<Row> notComparable(Matching matching, CompareOptions options) {
    return matching.pairs().stream()
        .flatMap(pair -> options.measures().stream().flatMap(m -> hindered(pair, m, options)))
        .toList();
  }

  /** The row of a metric that both sides have and that cannot be compared. */
  private static Stream<Row> hindered(Pair pair, Measure measure, CompareOptions options) {
    if (!measure.isIn(pair.baseline()) || !measure.isIn(pair.candidate())) {
      return Stream.of();
    }
    List<Difference> differences = pair.differences(measure.name());
    Optional<String> obstacle = Obstacle.of(pair, measure);
    boolean hindered =
        obstacle.isPresent() || !differences.isEmpty() && Contrast.of(pair, measure).isPresent();
    return hindered
        ? Stream.of(
            Row.notComparable(
                pair.identity(),
                measure.in(pair),
                options.margins().of(measure),
                differences,
                obstacle.stream().toList()))
        : Stream.of();
  }
}
