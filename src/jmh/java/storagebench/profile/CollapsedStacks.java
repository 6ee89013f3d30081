package storagebench.profile;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How often each stack was seen: frames from the outermost to the innermost with semicolons between
 * them, the format that tools for flame graphs share.
 *
 * @param counts stack to number of samples
 */
record CollapsedStacks(SortedMap<String, Long> counts) {
  /** An address, a symbol and the file it is in, innermost first. */
  private static final Pattern FRAME = Pattern.compile("\\s+[0-9a-f]+ (.*) \\((.*)\\)");

  private static final Pattern PROCESS = Pattern.compile("\\s*(\\d+)\\s*");
  private static final String UNKNOWN = "[unknown]";

  CollapsedStacks {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /**
   * Reads the output of {@code perf script -F pid,ip,sym,dso}.
   *
   * @param root the outermost frame for a process
   */
  static CollapsedStacks ofPerfScript(Iterable<String> lines, IntFunction<String> root) {
    SortedMap<String, Long> counts = new TreeMap<>();
    Deque<String> stack = new ArrayDeque<>();
    String process = "";
    for (String line : lines) {
      Matcher frame = FRAME.matcher(line);
      Matcher header = PROCESS.matcher(line);
      if (frame.matches()) {
        stack.addFirst(name(frame.group(1), frame.group(2)));
      } else if (header.matches()) {
        process = root.apply(Integer.parseInt(header.group(1)));
      } else if (!stack.isEmpty()) {
        counts.merge(process + ";" + String.join(";", stack), 1L, Long::sum);
        stack.clear();
      }
    }
    if (!stack.isEmpty()) {
      counts.merge(process + ";" + String.join(";", stack), 1L, Long::sum);
    }
    return new CollapsedStacks(counts);
  }

  /**
   * Reads a file of collapsed stacks.
   *
   * @throws IllegalArgumentException if a line is none
   */
  static CollapsedStacks parse(Iterable<String> lines) {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (String line : lines) {
      int space = line.lastIndexOf(' ');
      if (space < 0 || !line.substring(space + 1).matches("\\d{1,18}")) {
        throw new IllegalArgumentException("'" + line + "' is no stack with a count behind it");
      }
      counts.merge(line.substring(0, space), Long.valueOf(line.substring(space + 1)), Long::sum);
    }
    return new CollapsedStacks(counts);
  }

  /** The stacks of several measurements as of one. */
  static CollapsedStacks together(List<CollapsedStacks> all) {
    SortedMap<String, Long> counts = new TreeMap<>();
    all.forEach(one -> one.counts.forEach((stack, count) -> counts.merge(stack, count, Long::sum)));
    return new CollapsedStacks(counts);
  }

  /** All samples. */
  long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Samples of each frame and what it called, by the whole path to it. */
  Map<String, Long> byPath() {
    Map<String, Long> paths = new TreeMap<>();
    counts.forEach(
        (stack, count) -> {
          for (int end = stack.indexOf(';'); end >= 0; end = stack.indexOf(';', end + 1)) {
            paths.merge(stack.substring(0, end), count, Long::sum);
          }
          paths.merge(stack, count, Long::sum);
        });
    return paths;
  }

  /** As text, a stack a line. */
  @Override
  public String toString() {
    return counts.entrySet().stream()
        .map(stack -> stack.getKey() + " " + stack.getValue() + "\n")
        .collect(Collectors.joining());
  }

  /** A function that was stripped of its name is told by the file it is in. */
  private static String name(String symbol, String file) {
    String shown =
        symbol.equals(UNKNOWN) ? "[" + file.substring(file.lastIndexOf('/') + 1) + "]" : symbol;
    return shown.replace(';', ':');
  }
}
