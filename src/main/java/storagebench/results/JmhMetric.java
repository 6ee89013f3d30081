package storagebench.results;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A metric of JMH's JSON: its unit, its score and its raw data, fork by fork.
 *
 * @param unit empty if absent
 * @param score NaN if absent
 * @param percentiles JMH's, by rank: 95 for the 95th
 * @param forks each in its place, also one without values
 * @param samples of each of the forks, in SampleTime mode only
 */
record JmhMetric(
    String unit,
    double score,
    Map<Double, Double> percentiles,
    List<Series> forks,
    List<Histogram> samples) {

  private static final Pattern RANK = Pattern.compile("\\d{1,3}(\\.\\d{1,9})?");

  /** Of the fields of the JSON, each null if absent. */
  @JsonCreator
  static JmhMetric of(
      @JsonProperty("scoreUnit") String unit,
      @JsonProperty("score") Double score,
      @JsonProperty("scorePercentiles") @JsonSetter(contentNulls = Nulls.SKIP)
          Map<String, Double> percentiles,
      @JsonProperty("rawData") List<Series> rawData,
      @JsonProperty("rawDataHistogram") List<List<Histogram>> histograms) {
    List<Series> forks = new ArrayList<>(rawData == null ? List.of() : rawData);
    List<Histogram> samples = new ArrayList<>();
    for (List<Histogram> fork : histograms == null ? List.<List<Histogram>>of() : histograms) {
      forks.add(Series.of(fork.stream().mapToDouble(Histogram::mean).toArray()));
      samples.add(fork.stream().reduce(Histogram.EMPTY, Histogram::plus));
    }
    return new JmhMetric(
        unit == null ? "" : unit,
        score == null ? Double.NaN : score,
        percentiles == null ? Map.of() : byRank(percentiles),
        forks,
        samples);
  }

  private static Map<Double, Double> byRank(Map<String, Double> percentiles) {
    Map<Double, Double> byRank = new HashMap<>();
    percentiles.forEach(
        (rank, value) -> {
          if (RANK.matcher(rank).matches() && Double.isFinite(value)) {
            byRank.put(Double.valueOf(rank), value);
          }
        });
    return byRank;
  }
}
