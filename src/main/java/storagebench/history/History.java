package storagebench.history;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import storagebench.UserError;
import storagebench.compare.Outcome;
import storagebench.compare.noise.Margins;
import storagebench.compare.verdict.MeasureNames;
import storagebench.compare.verdict.Verdict;
import storagebench.results.Identity;

/**
 * Everything that can be said about a history.
 *
 * @param nights at least one, in the order in which they were measured
 * @param lines a line for each metric of each cell
 * @param readings what the newest night says of each of its lines and spans
 * @param changes all that were found until then, the oldest first
 * @param options how it was watched
 */
public record History(
    List<Night> nights,
    List<Line> lines,
    List<Reading> readings,
    List<Change> changes,
    Options options) {

  /**
   * How strictly a history is watched.
   *
   * @param margins what is too small to matter
   * @param alpha chance of any false alarm on a night
   * @param allow names of conditions that may differ between nights of one line
   * @param mustSee change of a time that has to be seen, as a share; empty if nobody asked
   */
  public record Options(Margins margins, double alpha, Set<String> allow, OptionalDouble mustSee) {
    /** 2 %, of sizes and WAL 1 %, and one false alarm in a hundred nights. */
    public static final Options DEFAULT =
        new Options(Margins.DEFAULT.with(List.of("2%")), 0.01, Set.of(), OptionalDouble.empty());

    public Options {
      allow = Set.copyOf(allow);
      if (!(alpha > 0 && alpha < 0.5)) {
        throw new UserError("--alpha " + alpha + ": expected a probability above 0 and below 0.5");
      }
    }
  }

  public History {
    nights = List.copyOf(nights);
    lines = List.copyOf(lines);
    readings = List.copyOf(readings);
    changes = List.copyOf(changes);
  }

  /**
   * Reads and watches a history.
   *
   * @throws UserError if the folder cannot be used or has no night
   */
  public static History read(HistoryFolder folder, Options options) {
    List<Night> nights = folder.nights();
    if (nights.isEmpty()) {
      throw new UserError(
          folder.path() + ": no night here; add one with history add " + folder.path() + " RUN");
    }
    return of(nights, options);
  }

  /**
   * Watches nights, which are in the order in which they were measured.
   *
   * @throws UserError if an option names what no night has
   */
  public static History of(List<Night> nights, Options options) {
    List<Line> lines = Line.of(nights, options.allow());
    requireKnown(nights, lines, options);
    Watch watch =
        new Watch(line -> options.margins().of(MeasureNames.parse(line.metric())), options.alpha());
    Watch.Seen seen = watch.over(nights, lines);
    return new History(nights, lines, seen.readings(), seen.changes(), options);
  }

  /** A typing error would allow nothing, or be the margin of nothing. */
  private static void requireKnown(List<Night> nights, List<Line> lines, Options options) {
    for (String name : options.allow()) {
      if (nights.stream().noneMatch(night -> night.hasCondition(name))) {
        throw new UserError(
            "--allow " + name + ": no night has this field; see conditions and work in its file");
      }
    }
    for (String name : options.margins().asked().keySet()) {
      if (lines.stream().noneMatch(line -> MeasureNames.parse(line.metric()).isNamed(name))) {
        throw new UserError(
            "--margin "
                + name
                + ": no night has this metric; known are "
                + lines.stream()
                    .map(Line::metric)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", ")));
      }
    }
  }

  /** What the newest night amounts to. */
  public Outcome outcome() {
    if (news().stream().anyMatch(c -> c.reading().verdict() == Verdict.REGRESSION)) {
      return Outcome.REGRESSION;
    }
    if (isNotComparable()) {
      return Outcome.NOT_COMPARABLE;
    }
    return unseen().isEmpty() ? Outcome.NO_REGRESSION : Outcome.INCONCLUSIVE;
  }

  /** The newest night. */
  public Night newest() {
    return nights.get(nights.size() - 1);
  }

  /** The changes that were found on the newest night and not before. */
  public List<Change> news() {
    return changes.stream().filter(change -> change.found() == newest()).toList();
  }

  /** The lines of the newest night. */
  public List<Line> newestLines() {
    return lines.stream().filter(line -> line.newest().night() == newest()).toList();
  }

  /** Lines of the night before that the newest could have gone on with, and has not measured. */
  public List<Line> missing() {
    List<Line> here = newestLines();
    Optional<Night> before = before();
    return lines.stream()
        .filter(line -> before.filter(night -> night == line.newest().night()).isPresent())
        .filter(line -> here.stream().noneMatch(line::isOfTheSameAs))
        .toList();
  }

  /** The latest night of this machine before the newest that has any of its cells. */
  private Optional<Night> before() {
    Set<Identity> here =
        newest().cells().stream().map(NightCell::identity).collect(Collectors.toSet());
    return nights.stream()
        .filter(night -> night != newest() && night.machine().equals(newest().machine()))
        .filter(night -> night.cells().stream().map(NightCell::identity).anyMatch(here::contains))
        .reduce((earlier, later) -> later);
  }

  /** Whether earlier nights measured the same cells, and none of them is comparable. */
  public boolean isNotComparable() {
    return readings.isEmpty() && newestLines().stream().anyMatch(line -> earlier(line).isPresent());
  }

  /** The conditions in which the newest night differs from the one before of the same cells. */
  public Set<String> differences() {
    Set<String> names = new TreeSet<>();
    newestLines().forEach(line -> earlier(line).ifPresent(l -> names.addAll(l.differences(line))));
    return names;
  }

  /** The latest other line of the same cell and metric, if this one has only begun. */
  private Optional<Line> earlier(Line line) {
    return line.points().size() > 1
        ? Optional.empty()
        : lines.stream()
            .filter(other -> other != line)
            .filter(line::isOfTheSameAs)
            .max((a, b) -> a.newest().night().started().compareTo(b.newest().night().started()));
  }

  /** Lines of times of which no span could have shown a change that has to be seen. */
  public List<Line> unseen() {
    return newestLines().stream()
        .filter(line -> !line.newest().figure().exact())
        .filter(line -> options.mustSee().isPresent() && !sees(line))
        .toList();
  }

  private boolean sees(Line line) {
    return readings.stream()
        .anyMatch(
            reading ->
                reading.line() == line
                    && (reading.isChange()
                        || reading.smallest() - 1 <= options.mustSee().getAsDouble()));
  }
}
