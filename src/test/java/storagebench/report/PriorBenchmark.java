package storagebench.report;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import storagebench.results.JmhText;
import storagebench.results.Metric;

/**
 * An earlier benchmark's figures as JMH's JSON. It published only summaries, so its 500 batches are
 * rebuilt: the sizes of the day of traffic, and for each variant one rate for batches of 10
 * thousand rows and one for all larger ones. These two rates are solved from two published figures,
 * the mean of the batches' rates and rows / total time:
 *
 * <pre>
 *   mean of rates = share s + (1 - share) l      total time = small rows / s + large rows / l
 * </pre>
 *
 * With share the part of small batches. The published pairs: HEAP without indexes 297,735 and
 * 280,182; AO without indexes a mean of 294,779. AO's rows / time is not published beyond that it
 * is above HEAP's: 288,000 stands for it. With indexes PAX is 152 % of AO by rows / time and was
 * reported as 107 %, HEAP reported above both.
 */
final class PriorBenchmark {
  private static final String BENCHMARK =
      "storagebench.benchmark.InsertSelectBenchmark.insertSelect";

  private PriorBenchmark() {}

  static JmhText results() {
    JmhText text = new JmhText();
    add(text, "HEAP", "false", 297_735, 280_182);
    add(text, "AO", "false", 294_779, 288_000);
    add(text, "HEAP", "true", 52_000, 24_000);
    add(text, "AO", "true", 45_000, 20_000);
    add(text, "PAX", "true", 1.07 * 45_000, 1.52 * 20_000);
    return text;
  }

  private static void add(
      JmhText text, String variant, String indexes, double meanOfRates, double rowsByTime) {
    double[] rows = batches();
    double small = smallRate(rows, meanOfRates, rowsByTime);
    double large = largeRate(rows, meanOfRates, small);
    double[] ms = Arrays.stream(rows).map(r -> 1000 * r / (r == 10_000 ? small : large)).toArray();
    text.add(BENCHMARK, "ss", "ms/op", "variant", variant, "indexes", indexes)
        .fork(ms)
        .metric(Metric.ROWS_INSERTED, rows);
  }

  /** The day of traffic; its random choices are made in the published shares, evenly spread. */
  private static double[] batches() {
    double[] rows = new double[500];
    double[] owed = new double[24];
    for (int k = 0; k < rows.length; k++) {
      int hour = k * 24 / 500;
      boolean peak = hour == 7 || hour == 8 || hour == 17 || hour == 18;
      boolean office = hour >= 9 && hour <= 16;
      double share = hour < 6 ? 0 : peak ? 0.3 : office ? 0.85 : 0.4;
      owed[hour] += share;
      boolean larger = owed[hour] >= 0.5;
      owed[hour] -= larger ? 1 : 0;
      rows[k] = peak ? (larger ? 500_000 : 100_000) : (larger ? 100_000 : 10_000);
    }
    return rows;
  }

  private static double largeRate(double[] rows, double meanOfRates, double small) {
    double share = Arrays.stream(rows).filter(r -> r == 10_000).count() / (double) rows.length;
    return (meanOfRates - share * small) / (1 - share);
  }

  /** Bisection: the faster the small batches, the slower the large ones and so the total. */
  private static double smallRate(double[] rows, double meanOfRates, double rowsByTime) {
    DoubleUnaryOperator byTime =
        small -> {
          double large = largeRate(rows, meanOfRates, small);
          double seconds = Arrays.stream(rows).map(r -> r / (r == 10_000 ? small : large)).sum();
          return Arrays.stream(rows).sum() / seconds;
        };
    double share = Arrays.stream(rows).filter(r -> r == 10_000).count() / (double) rows.length;
    double low = meanOfRates;
    double high = meanOfRates / share * 0.999;
    for (int i = 0; i < 200; i++) {
      double middle = (low + high) / 2;
      if (byTime.applyAsDouble(middle) > rowsByTime) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
