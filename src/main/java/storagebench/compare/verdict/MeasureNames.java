package storagebench.compare.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.UserError;
import storagebench.results.Metric;
import storagebench.results.Metric.Direction;
import storagebench.results.OthersMetric;
import storagebench.results.ProfilerMetric;
import storagebench.results.TimeUnits;

/** Which measures the names stand for that users give, and what can be named. */
public final class MeasureNames {
  private static final Map<String, Direction> DIRECTIONS =
      Map.of(":less", Direction.LOWER_IS_BETTER, ":more", Direction.HIGHER_IS_BETTER);

  private MeasureNames() {}

  /**
   * The measure of that name, or those of such names; somebody else's with its direction, such as
   * {@code gc.alloc.rate.norm:less}.
   *
   * @throws UserError if a direction is given for what has one
   */
  public static Measure parse(String text) {
    Optional<String> direction = DIRECTIONS.keySet().stream().filter(text::endsWith).findFirst();
    String name =
        OthersMetric.withoutMark(
            text.substring(0, text.length() - direction.map(String::length).orElse(0)));
    Optional<Measure> known =
        ofTheSuite().filter(measure -> measure.name().equals(name)).findFirst();
    if (direction.isPresent() && (known.isPresent() || hasDirection(name))) {
      throw new UserError(text + ": " + name + " has a direction of its own; leave it out");
    }
    return known.orElseGet(() -> new Measure(name, "", direction.map(DIRECTIONS::get)));
  }

  /**
   * Whether every run of the suite's may have it: its own, its profilers', or names with {@code *}.
   */
  public static boolean isOfTheSuite(String name) {
    return name.contains(Measure.ANY)
        || hasDirection(name)
        || ofTheSuite().anyMatch(measure -> measure.name().equals(name));
  }

  /** What of the suite can be named, for people. */
  public static String known() {
    return ofTheSuite().map(Measure::name).collect(Collectors.joining(", "))
        + ", those of the profilers that have a direction, such as wal.bytes_per_row, and names"
        + " with *, such as 'wal.*'";
  }

  private static boolean hasDirection(String profilerMetric) {
    return ProfilerMetric.direction(profilerMetric).filter(d -> d != Direction.NEUTRAL).isPresent();
  }

  /**
   * What a measure stands for in runs that have these metrics.
   *
   * @param named as the user named it
   * @param units unit of each secondary metric of the runs, by name
   * @return none if the runs do not have it, or neither the user nor its unit says which way it is
   *     good
   */
  public static List<Measure> among(Measure named, SortedMap<String, String> units) {
    if (named.isOfJmhOrSuite()) {
      return List.of(named);
    }
    return Stream.concat(
            ofTheSuite(),
            units.entrySet().stream()
                .filter(unit -> ofTheSuite().noneMatch(m -> m.name().equals(unit.getKey())))
                .flatMap(unit -> inRuns(named, unit.getKey(), unit.getValue()).stream()))
        .filter(measure -> measure.isNamed(named.name()))
        .toList();
  }

  private static Optional<Measure> inRuns(Measure named, String label, String unit) {
    if (hasDirection(label)) {
      return Optional.of(new Measure(label, unit, Optional.empty()));
    }
    return named
        .given()
        .or(() -> named.name().equals(label) ? TimeUnits.direction(unit) : Optional.empty())
        .map(direction -> new Measure(label, unit, Optional.of(direction)));
  }

  private static Stream<Measure> ofTheSuite() {
    return Stream.concat(
        Stream.of(Measure.SCORE),
        Stream.of(Metric.values())
            .filter(m -> m.direction() != Direction.NEUTRAL)
            .map(Measure::new));
  }
}
