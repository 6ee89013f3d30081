package storagebench.table;

import java.util.List;
import java.util.Optional;
import storagebench.results.Key;
import storagebench.results.Metric.Direction;

/**
 * A column of a table.
 *
 * @param name stable name in CSV, with the base unit, such as {@code batch_median_s}
 * @param heading what people read, without the unit
 * @param quantity what the values count
 * @param direction which way the values are good
 * @param interval whether the values have intervals
 * @param key the key that the column shows, if it tells rows apart
 * @param label whether it tells rows apart without being a key, such as the name of a metric
 */
public record Column(
    String name,
    String heading,
    Quantity quantity,
    Direction direction,
    boolean interval,
    Optional<Key> key,
    boolean label) {

  /** Name of a column of scores as JMH measured them, see {@link #SCORE_UNIT}. */
  public static final String SCORE = "score";

  /** Name of the column that holds the units of scores. */
  public static final String SCORE_UNIT = "score_unit";

  /** Heading of a column that holds the units of figures beside it. */
  public static final String UNIT = "unit";

  /** A column that tells rows apart; CSV sets parameters apart from other columns by a prefix. */
  public static Column ofKey(Key key) {
    boolean parameter = !List.of(Key.BENCHMARK, Key.MODE, Key.THREADS).contains(key);
    return ofKey(
        parameter ? "param:" + Key.param(key.name()) : key.name(),
        key.equals(Key.BENCHMARK) ? "method" : key.name(),
        key);
  }

  /** A column that tells rows apart under a name and a heading of its own. */
  public static Column ofKey(String name, String heading, Key key) {
    return new Column(
        name, heading, Quantity.TEXT, Direction.NEUTRAL, false, Optional.of(key), false);
  }

  /** A column of words. */
  public static Column ofText(String name, String heading) {
    return of(name, heading, Quantity.TEXT, Direction.NEUTRAL);
  }

  /** A column of words that stands beside the figures wherever a table is split. */
  public static Column ofLabel(String name, String heading) {
    return ofText(name, heading).asLabel();
  }

  /** The figures of the column before it in words, see {@link RatioWords}. */
  public static Column inWords(String name, String heading) {
    return of(name, heading, Quantity.IN_WORDS, Direction.NEUTRAL);
  }

  /** A column of figures without intervals. */
  public static Column of(String name, String heading, Quantity quantity, Direction direction) {
    return new Column(name, heading, quantity, direction, false, Optional.empty(), false);
  }

  /** This column, standing beside the figures wherever a table is split. */
  public Column asLabel() {
    return new Column(name, heading, quantity, direction, interval, key, true);
  }

  /** This column, with intervals. */
  public Column withInterval() {
    return new Column(name, heading, quantity, direction, true, key, label);
  }

  /** This column under another name and heading. */
  public Column renamed(String newName, String newHeading) {
    return new Column(newName, newHeading, quantity, direction, interval, key, label);
  }
}
