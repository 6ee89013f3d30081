package storagebench.results;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

  /** The cells that meet every condition; refuses keys that no cell has and to leave no cell. */
  public static List<Cell> filter(List<Cell> cells, List<Where> conditions) {
    List<Key> known = Key.of(cells);
    conditions.forEach(condition -> Projection.requireKnown("--where", condition.key, known));
    List<Cell> kept =
        cells.stream()
            .filter(c -> conditions.stream().allMatch(w -> w.accepts(c.identity())))
            .toList();
    if (kept.isEmpty() && !cells.isEmpty()) {
      throw new UserError("--where: no result meets the conditions; leave one out");
    }
    return kept;
  }

  private boolean accepts(Identity identity) {
    return wanted == key.of(identity).filter(this::isListed).isPresent();
  }

  private boolean isListed(String value) {
    return values.contains(value)
        || (key.equals(Key.BENCHMARK) && values.stream().anyMatch(v -> value.endsWith("." + v)));
  }
}
