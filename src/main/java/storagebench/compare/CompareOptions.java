package storagebench.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import storagebench.UserError;
import storagebench.compare.noise.Margins;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.MeasureNames;
import storagebench.results.Projection;
import storagebench.results.Where;

/**
 * What is compared, and how strictly.
 *
 * @param where conditions that cells must meet
 * @param by what tells rows apart; cells that differ in nothing else are averaged
 * @param measures metrics to compare
 * @param margins what is too small to matter
 * @param alpha chance of any false alarm in the whole suite
 * @param allow names of fields that may differ
 * @param mustSee change of a time that the comparison has to be able to see, as a share; empty if
 *     nobody asked
 */
public record CompareOptions(
    List<Where> where,
    Optional<Projection> by,
    List<Measure> measures,
    Margins margins,
    double alpha,
    Set<String> allow,
    OptionalDouble mustSee) {
  /** Everything, at 3 % and 0.05. */
  public static final CompareOptions DEFAULT =
      new CompareOptions(
          List.of(),
          Optional.empty(),
          Measure.DEFAULT,
          Margins.DEFAULT,
          0.05,
          Set.of(),
          OptionalDouble.empty());

  public CompareOptions {
    where = List.copyOf(where);
    measures = List.copyOf(measures);
    allow = Set.copyOf(allow);
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new UserError("--alpha " + alpha + ": expected a probability above 0 and below 0.5");
    }
    requireKnown(margins, measures);
    if (mustSee.isPresent()) {
      requireAboveMargins(mustSee.getAsDouble(), measures, margins);
    }
  }

  /**
   * The same with the metrics that names with {@code *} stand for.
   *
   * @param units unit of each secondary metric of the cells, by name
   * @throws UserError if a name stands for none
   */
  CompareOptions among(SortedMap<String, String> units) {
    List<Measure> all = new ArrayList<>();
    for (Measure measure : measures) {
      List<Measure> meant = MeasureNames.among(measure, units);
      if (meant.isEmpty()) {
        throw new UserError(
            "--metric "
                + measure.name()
                + (units.containsKey(measure.name())
                    ? ": unknown which way is better; say "
                        + measure.name()
                        + ":less or "
                        + measure.name()
                        + ":more"
                    : ": these runs have no such metric with a direction; profilers add them, such"
                        + " as -prof wal"));
      }
      all.addAll(meant);
    }
    return new CompareOptions(
        where, by, all.stream().distinct().toList(), margins, alpha, allow, mustSee);
  }

  /**
   * Refuses metrics that are only known when a run has them: a measurement would be in vain.
   *
   * @throws UserError if there is one
   */
  public CompareOptions requireOfTheSuite() {
    for (Measure measure : measures) {
      if (measure.given().isEmpty() && !MeasureNames.isOfTheSuite(measure.name())) {
        throw unknown("--metric", measure.name());
      }
    }
    return this;
  }

  /** A typing error would be the margin of nothing. */
  private static void requireKnown(Margins margins, List<Measure> measures) {
    for (String name : margins.asked().keySet()) {
      if (!MeasureNames.isOfTheSuite(name) && measures.stream().noneMatch(m -> overlap(m, name))) {
        throw unknown("--margin", name);
      }
    }
  }

  private static boolean overlap(Measure measure, String name) {
    return measure.isNamed(name) || MeasureNames.parse(name).isNamed(measure.name());
  }

  private static UserError unknown(String option, String name) {
    return new UserError(
        option
            + " "
            + name
            + ": no metric to compare; known are "
            + MeasureNames.known()
            + "; somebody else's need a direction, such as gc.alloc.rate.norm:less");
  }

  /** A change within the margin is called none, however well it is seen. */
  private static void requireAboveMargins(double mustSee, List<Measure> measures, Margins margins) {
    for (Measure measure : measures) {
      if (!measure.exact() && mustSee < margins.of(measure)) {
        throw new UserError(
            "--must-see "
                + Margins.percent(mustSee)
                + ": the margin of "
                + measure.name()
                + " is larger, "
                + Margins.percent(margins.of(measure))
                + ", and hides it; lower --margin or ask for a larger change");
      }
    }
  }

  /** The same of every cell by itself. */
  public CompareOptions everything() {
    return new CompareOptions(
        List.of(), Optional.empty(), measures, margins, alpha, allow, mustSee);
  }

  /** The same with noise floors, by name of the metric, below which no margin goes. */
  CompareOptions above(Map<String, Double> floors) {
    return new CompareOptions(where, by, measures, margins.above(floors), alpha, allow, mustSee);
  }
}
