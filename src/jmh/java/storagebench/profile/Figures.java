package storagebench.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.ScalarResult;

/** The figures of one profiler on their way into JMH's result. */
final class Figures {
  private final List<ScalarResult> results = new ArrayList<>();

  /** A figure of the iteration; one that is no number is left out. */
  void add(String label, double value, String unit) {
    put(label, value, unit, AggregationPolicy.AVG);
  }

  /** A figure of the whole trial: JMH pads iterations that lack it with zeros. */
  void addOfTrial(String label, double value, String unit) {
    put(label, value, unit, AggregationPolicy.MAX);
  }

  /** All of them; they are gone then. */
  Collection<ScalarResult> take() {
    List<ScalarResult> taken = List.copyOf(results);
    results.clear();
    return taken;
  }

  private void put(String label, double value, String unit, AggregationPolicy policy) {
    if (Double.isFinite(value)) {
      results.add(new ScalarResult(label, value, unit, policy));
    }
  }
}
