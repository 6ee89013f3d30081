package storagebench.compare.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import storagebench.compare.verdict.Measure;

/** What a reader has to know of margins and noise floors, one line each. */
public final class MarginNotes {
  private MarginNotes() {}

  /**
   * The floor of every metric that was measured, and margins that are for none.
   *
   * @param asked metrics that were to be compared
   * @param measured those of them that were
   */
  public static List<String> of(Margins margins, List<Measure> asked, List<Measure> measured) {
    List<String> notes = new ArrayList<>();
    margins.asked().keySet().stream()
        .filter(name -> asked.stream().noneMatch(measure -> measure.isNamed(name)))
        .map(name -> "margin of " + name + ": no such metric is compared; name it with --metric")
        .forEach(notes::add);
    if (margins.floors().isEmpty()) {
      return notes;
    }
    measured.stream().filter(margins::raised).map(m -> raised(margins, m)).forEach(notes::add);
    Predicate<Measure> known = measure -> margins.floor(measure).isPresent();
    all(
            measured.stream().filter(known).filter(m -> !margins.raised(m)),
            m -> m.name() + " " + Margins.percent(margins.floor(m).getAsDouble()))
        .map(floors -> "noise floor of this machine, not above the margin: " + floors)
        .ifPresent(notes::add);
    all(measured.stream().filter(known.negate()), Measure::name)
        .map(names -> "no noise floor of " + names + " in the noise file; calibrate with --metric")
        .ifPresent(notes::add);
    return notes;
  }

  private static String raised(Margins margins, Measure measure) {
    return String.format(
        Locale.ROOT,
        "margin of %s raised to %s, the noise floor of this machine",
        measure.name(),
        Margins.percent(margins.of(measure)));
  }

  private static Optional<String> all(Stream<Measure> measures, Function<Measure, String> shown) {
    return measures.map(shown).reduce((one, other) -> one + ", " + other);
  }
}
