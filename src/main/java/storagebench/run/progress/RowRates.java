package storagebench.run.progress;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Rows a second so far, in words. */
final class RowRates {
  private RowRates() {}

  /** Such as {@code so far: AO 12,346 PAX 9,876 rows/s}; empty while no rate is known. */
  static String soFar(Map<String, Double> rates) {
    return rates.isEmpty()
        ? ""
        : rates.entrySet().stream()
            .map(rate -> String.format(Locale.ROOT, "%s %,.0f", rate.getKey(), rate.getValue()))
            .collect(Collectors.joining("  ", "so far: ", " rows/s"));
  }
}
