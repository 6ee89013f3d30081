package storagebench.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import storagebench.compare.match.CellName;
import storagebench.statistics.Estimate;
import storagebench.table.Text;

/** How changes of a history are written for people. */
public final class ChangeText {
  private ChangeText() {}

  /** The day, UTC, such as {@code 2026-03-01}. */
  public static String day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
  }

  /** A ratio as a change, such as {@code +4.1 %}. */
  public static String percent(double ratio) {
    return Text.of("%+.1f %%", 100 * (ratio - 1));
  }

  /** Both ends, such as {@code +2.2 to +6.1 %}; empty where there is no interval or range. */
  public static String interval(Estimate ratio) {
    return ratio.hasInterval() && ratio.low() < ratio.high()
        ? Text.of("%+.1f to %s", 100 * (ratio.low() - 1), percent(ratio.high()))
        : "";
  }

  /** Cell and metric. */
  public static String name(Line line) {
    return CellName.of(line.cell()) + " " + line.metric();
  }

  /** How far back a span looks, such as {@code against a week ago}. */
  public static String against(Span span) {
    return switch (span) {
      case NIGHT -> "against the nights before";
      case WEEK -> "against a week ago";
      case MONTH -> "against a month ago";
      case QUARTER -> "against a quarter ago";
    };
  }

  /** The nights between which it happened, such as {@code 2026-02-10 to 2026-02-14}. */
  public static String nights(Change change) {
    return day(change.lastWithout().started()) + " to " + day(change.firstWith().started());
  }

  /** Cell, size of the change, and the builds between which it happened. */
  public static String sentence(Change change) {
    Reading reading = change.reading();
    String interval = interval(reading.ratio());
    return name(change.line())
        + ": "
        + reading.verdict().label()
        + ", "
        + percent(reading.ratio().value())
        + (interval.isEmpty() ? "" : " (" + interval + ")")
        + " "
        + against(reading.span())
        + "; between the nights of "
        + nights(change)
        + ", builds "
        + change.builds();
  }
}
