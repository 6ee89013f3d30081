package storagebench.run.plan;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Amounts as people write them on a command line, and how they are said to people. */
public final class Amounts {
  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(s|m|h)");
  private static final Pattern ROWS = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,6})?)([kMG]?)");
  private static final long SECONDS_PER_MINUTE = 60;
  private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)%");

  private Amounts() {}

  /** {@code 90s}, {@code 30m} or {@code 2h}; more than none. */
  public static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Matcher time = TIME.matcher(text);
      if (!time.matches() || Long.parseLong(time.group(1)) == 0) {
        throw new TypeConversionException("'" + text + "' is no time, such as 90s, 30m or 2h");
      }
      long number = Long.parseLong(time.group(1));
      return switch (time.group(2)) {
        case "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        default -> Duration.ofHours(number);
      };
    }
  }

  /** {@code 100M}, {@code 2.5M}, {@code 40k} or {@code 100000000}; more than none. */
  public static final class Rows implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      Matcher rows = ROWS.matcher(text);
      double number = rows.matches() ? Double.parseDouble(rows.group(1)) : 0;
      if (!(number > 0)) {
        throw new TypeConversionException(
            "'" + text + "' is no number of rows, such as 40k, 2.5M or 100000000");
      }
      return number * factor(rows.group(2));
    }

    private static double factor(String letter) {
      return switch (letter) {
        case "k" -> 1e3;
        case "M" -> 1e6;
        case "G" -> 1e9;
        default -> 1;
      };
    }
  }

  /** {@code 2%} for 0.02; above 0, below 100 %. Without its sign a number could be either. */
  static final class Share implements ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      Matcher percent = SHARE.matcher(text);
      double share = percent.matches() ? Double.parseDouble(percent.group(1)) / 100 : Double.NaN;
      if (!(share > 0 && share < 1)) {
        throw new TypeConversionException("'" + text + "' is no precision, such as 2%");
      }
      return share;
    }
  }

  /** As the user would write it, no shorter: {@code 40s}, or whole minutes from one minute on. */
  public static String option(Duration time) {
    long seconds = time.toSeconds() + 1;
    return seconds < SECONDS_PER_MINUTE
        ? seconds + "s"
        : (seconds + SECONDS_PER_MINUTE - 1) / SECONDS_PER_MINUTE + "m";
  }

  /** Such as {@code 2 h 5 min}, {@code 3 min 20 s} or {@code 12 s}. */
  public static String text(Duration time) {
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() > 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toSeconds() + " s";
  }

  /** Such as {@code ±2.1 %}; {@code no interval} where there is none. */
  public static String within(double share) {
    return Double.isNaN(share)
        ? "no interval"
        : String.format(Locale.ROOT, "±%.1f %%", 100 * share);
  }
}
