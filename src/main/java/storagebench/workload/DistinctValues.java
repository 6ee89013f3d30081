package storagebench.workload;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many values the columns with a bloom filter have: with few, the filter would be useless. */
public final class DistinctValues {
  /** About one row group of PAX. */
  private static final int ROWS = 100_000;

  private DistinctValues() {}

  /** Column to number of distinct values, counted over the first 100,000 rows. */
  public static Map<String, Integer> of(CallStream stream) {
    Set<Long> callers = new HashSet<>();
    Set<Long> callees = new HashSet<>();
    Batch.numbered(0, ROWS)
        .forEach(
            stream,
            row -> {
              callers.add(row.caller());
              callees.add(row.callee());
            });
    return new TreeMap<>(Map.of("caller_number", callers.size(), "callee_number", callees.size()));
  }
}
