package storagebench.compare.noise;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import storagebench.UserError;
import storagebench.compare.verdict.Measure;
import storagebench.compare.verdict.MeasureNames;

/**
 * What is too small a change to matter, as a share: 0.03 for 3 %.
 *
 * @param usual for times, and whatever else is measured with an error, without a margin of their
 *     own; sizes, which have none, and WAL have a margin of {@value #OF_BYTES}
 * @param asked margins of single metrics, by name, or by a name with {@code *} for several, in the
 *     order in which they were asked for
 * @param floors how far two runs of one build differ on this machine, by name of the metric; no
 *     margin is smaller; empty without a noise file
 */
public record Margins(double usual, Map<String, Double> asked, Map<String, Double> floors) {
  /** Of sizes and WAL. */
  public static final double OF_BYTES = 0.01;

  /** 3 %, and 1 % for sizes and WAL: {@code --margin}'s default. */
  public static final Margins DEFAULT = new Margins(0.03, Map.of(), Map.of());

  public Margins {
    asked = Collections.unmodifiableMap(new LinkedHashMap<>(asked));
    floors = Map.copyOf(floors);
  }

  /**
   * Adds margins as the user writes them: {@code 5%}, {@code 0.05}, {@code METRIC=5%} or {@code
   * 'wal.*=5%'}. A metric's own name counts more than one with {@code *}, and of those the last.
   *
   * @throws UserError if one of them is not a share of at least 0 and less than 1
   */
  public Margins with(Iterable<String> texts) {
    double forAll = usual;
    Map<String, Double> forOne = new LinkedHashMap<>(asked);
    for (String text : texts) {
      int equals = text.indexOf('=');
      double share = share("--margin " + text, text.substring(equals + 1).strip());
      if (equals < 0) {
        forAll = share;
      } else {
        String name = MeasureNames.parse(text.substring(0, equals).strip()).name();
        forOne.remove(name);
        forOne.put(name, share);
      }
    }
    return new Margins(forAll, forOne, floors);
  }

  /** The same with a noise floor. */
  public Margins above(Map<String, Double> noise) {
    return new Margins(usual, asked, noise);
  }

  /** The margin of a metric. */
  public double of(Measure measure) {
    return Math.max(wanted(measure), floor(measure).orElse(0));
  }

  /** The noise floor of a metric; empty if it is not known. */
  public OptionalDouble floor(Measure measure) {
    Double floor = floors.get(measure.name());
    return floor == null ? OptionalDouble.empty() : OptionalDouble.of(floor);
  }

  /** Whether the noise of the machine is larger than the margin that was asked for. */
  public boolean raised(Measure measure) {
    return of(measure) > wanted(measure);
  }

  /** A share in percent, without digits that say nothing. */
  public static String percent(double share) {
    return BigDecimal.valueOf(100 * share)
            .round(new MathContext(4))
            .stripTrailingZeros()
            .toPlainString()
        + " %";
  }

  private double wanted(Measure measure) {
    double wanted = measure.countsBytes() ? OF_BYTES : usual;
    for (Map.Entry<String, Double> margin : asked.entrySet()) {
      if (margin.getKey().equals(measure.name())) {
        return margin.getValue();
      }
      if (measure.isNamed(margin.getKey())) {
        wanted = margin.getValue();
      }
    }
    return wanted;
  }

  /**
   * A share as the user writes it, {@code 5%} or {@code 0.05}.
   *
   * @param option what the error calls it
   * @throws UserError if it is not at least 0 and less than 1
   */
  public static double share(String option, String number) {
    try {
      boolean percent = number.endsWith("%");
      double value =
          Double.parseDouble(percent ? number.substring(0, number.length() - 1) : number)
              / (percent ? 100 : 1);
      if (value >= 0 && value < 1) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, like a number that is out of range.
    }
    throw new UserError(option + ": expected a share such as 3% or 0.03, below 100%");
  }
}
