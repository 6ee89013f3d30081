package storagebench.compare.noise;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import storagebench.UserError;
import storagebench.compare.verdict.Measure;

/**
 * What is too small a change to matter, as a share: 0.03 for 3 %.
 *
 * @param usual for metrics without a margin of their own
 * @param asked margins of single metrics, by name
 * @param floors how far two runs of one build differ on this machine, by name of the metric; no
 *     margin is smaller
 */
public record Margins(double usual, Map<String, Double> asked, Map<String, Double> floors) {
  /** 3 % for everything: {@code --margin}'s default. */
  public static final Margins DEFAULT = new Margins(0.03, Map.of(), Map.of());

  public Margins {
    asked = Map.copyOf(asked);
    floors = Map.copyOf(floors);
  }

  /**
   * Adds margins as the user writes them: {@code 5%}, {@code 0.05} or {@code METRIC=5%}.
   *
   * @throws UserError if one of them is not a share of at least 0 and less than 1
   */
  public Margins with(Iterable<String> texts) {
    double forAll = usual;
    Map<String, Double> forOne = new TreeMap<>(asked);
    for (String text : texts) {
      int equals = text.indexOf('=');
      double share = share(text, text.substring(equals + 1).strip());
      if (equals < 0) {
        forAll = share;
      } else {
        forOne.put(Measure.parse(text.substring(0, equals).strip()).name(), share);
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
    return Math.max(wanted(measure), floors.getOrDefault(measure.name(), 0.0));
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
    return asked.getOrDefault(measure.name(), usual);
  }

  private static double share(String option, String number) {
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
    throw new UserError("--margin " + option + ": expected a share such as 3% or 0.03, below 100%");
  }
}
