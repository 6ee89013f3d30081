package storagebench.results;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import storagebench.UserError;

/**
 * A condition that cells must meet, written {@code key=value,...} or {@code key!=value,...}.
 *
 * @param key what is looked at
 * @param wanted whether the value has to be among {@code values} or must not be
 * @param values the values; a benchmark may be named by the end of its name, such as {@code copy}
 */
public record Where(Key key, boolean wanted, Set<String> values) {
  private static final Pattern SYNTAX = Pattern.compile("([^=!]+)(!?=)(.*)", Pattern.DOTALL);

  /** More would not be read in an error. */
  private static final int MOST_NAMED = 20;

  /** Reads a condition as the user writes it. */
  public static Where parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new UserError("--where " + text + ": expected KEY=VALUE[,VALUE...] or KEY!=VALUE");
    }
    return new Where(
        new Key(matcher.group(1).strip()),
        matcher.group(2).equals("="),
        Arrays.stream(matcher.group(3).split(",", -1))
            .map(String::strip)
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Refuses conditions that name what no cell has: a misspelt value would only show as rows that
   * are missing.
   */
  public static void requireKnown(List<Cell> cells, List<Where> conditions) {
    List<Key> keys = Key.of(cells);
    for (Where condition : conditions) {
      Projection.requireKnown("--where", condition.key, keys);
      SortedSet<String> known = new TreeSet<>(ParamOrder.OF_VALUES);
      cells.forEach(cell -> condition.key.of(cell.identity()).ifPresent(known::add));
      condition.values.stream()
          .filter(value -> known.stream().noneMatch(has -> condition.isNamed(value, has)))
          .min(ParamOrder.OF_VALUES)
          .ifPresent(value -> refuse(condition.key, value, known, keys));
    }
  }

  private static void refuse(Key key, String value, SortedSet<String> known, List<Key> keys) {
    boolean another =
        keys.stream()
            .anyMatch(k -> value.startsWith(k.name() + "=") || value.startsWith(k.name() + "!="));
    throw new UserError(
        "--where "
            + key.name()
            + ": no result has '"
            + value
            + "'; known are "
            + known.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
            + (known.size() > MOST_NAMED ? " and " + (known.size() - MOST_NAMED) + " more" : "")
            + (another ? "; give each condition a --where of its own" : ""));
  }

  /** The cells that meet every condition; refuses keys that no cell has and to leave no cell. */
  public static List<Cell> filter(List<Cell> cells, List<Where> conditions) {
    List<Key> known = Key.of(cells);
    conditions.forEach(condition -> Projection.requireKnown("--where", condition.key, known));
    List<Cell> kept = matching(cells, conditions);
    if (kept.isEmpty() && !cells.isEmpty()) {
      throw new UserError("--where: no result meets the conditions; leave one out");
    }
    return kept;
  }

  /** The cells that meet every condition, if any. */
  public static List<Cell> matching(List<Cell> cells, List<Where> conditions) {
    return cells.stream()
        .filter(c -> conditions.stream().allMatch(w -> w.accepts(c.identity())))
        .toList();
  }

  private boolean accepts(Identity identity) {
    return wanted == key.of(identity).filter(this::isListed).isPresent();
  }

  private boolean isListed(String value) {
    return values.stream().anyMatch(v -> isNamed(v, value));
  }

  private boolean isNamed(String name, String value) {
    return value.equals(name) || (key.equals(Key.BENCHMARK) && value.endsWith("." + name));
  }
}
