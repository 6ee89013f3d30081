package storagebench.report.gate;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import storagebench.report.gate.Finding.Verdict;
import storagebench.report.study.Study;
import storagebench.results.Fingerprint;
import storagebench.results.Metric;
import storagebench.results.ParamOrder;

/**
 * Warns where a column with a bloom filter has few distinct values, so that the filter is useless.
 * The fingerprint names them as {@code n_distinct.COLUMN}, as in pg_stats: a negative figure is a
 * share of the rows, -1 meaning that all differ, and 0 that it is not known.
 */
final class DistinctGate implements Gate {
  private static final String NAME = "distinct values of bloom columns";
  private static final String LIMIT = "warn under 1000";
  private static final double FEWEST = 1000;
  private static final Pattern FACT = Pattern.compile("(?:.*\\.)?n_distinct\\.([^.]+)");

  @Override
  public boolean applies(Study study) {
    return !study.fingerprints().isEmpty();
  }

  @Override
  public Finding check(Study study) {
    OptionalDouble rows =
        study.cells().stream()
            .flatMap(c -> c.last(Metric.ROWS_TABLE).stream())
            .mapToDouble(Double::doubleValue)
            .min();
    Map<String, Double> distinct = new TreeMap<>();
    for (Fingerprint fingerprint : study.fingerprints()) {
      fingerprint.facts().forEach((fact, value) -> collect(fact, value, rows, distinct));
    }
    return distinct.keySet().stream()
        .min((a, b) -> Double.compare(distinct.get(a), distinct.get(b)))
        .map(fewest -> finding(fewest, distinct.get(fewest), distinct.size()))
        .orElseGet(() -> Finding.notMeasured(NAME, LIMIT, lacking(study)));
  }

  private static String lacking(Study study) {
    boolean share =
        study.fingerprints().stream()
            .flatMap(f -> f.facts().keySet().stream())
            .anyMatch(fact -> FACT.matcher(fact).matches());
    return share
        ? "n_distinct is a share of the rows, and no result has their number"
        : "no fingerprint has n_distinct of a column";
  }

  private static Finding finding(String column, double values, int checked) {
    Verdict verdict = values < FEWEST ? Verdict.WARN : Verdict.PASS;
    return new Finding(NAME, values, "values", LIMIT, verdict, column, checked);
  }

  private static void collect(
      String fact, String value, OptionalDouble rows, Map<String, Double> distinct) {
    Matcher matcher = FACT.matcher(fact);
    Optional<Double> figure = ParamOrder.number(value).map(n -> n.doubleValue());
    boolean known = figure.isPresent() && figure.get() != 0;
    if (matcher.matches() && known) {
      double values = figure.get() < 0 ? -figure.get() * rows.orElse(Double.NaN) : figure.get();
      if (!Double.isNaN(values)) {
        distinct.merge(matcher.group(1), values, Math::min);
      }
    }
  }
}
