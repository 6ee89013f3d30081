package storagebench.results;

import java.util.List;
import java.util.Map;

/**
 * How JMH was told to run one result: what is needed to run it again.
 *
 * @param jmhVersion version of JMH
 * @param jdkVersion version of the JDK of the forks
 * @param vm name and version of the virtual machine
 * @param jvmArgs arguments of the forks' JVM, as recorded
 * @param forks number of forks
 * @param emptyForks forks that have a place in the raw data and no values: they are no trials
 * @param warmupIterations iterations before the measurement
 * @param measurementIterations measured iterations of a fork
 * @param warmupTime length of a warm-up iteration as JMH writes it, such as {@code 10 s}
 * @param measurementTime the same of a measured one
 * @param warmupBatchSize calls in an operation of the warm-up; 0 if not recorded
 * @param measurementBatchSize the same of the measurement
 * @param score the primary score as JMH computed it: all there is where raw data were left out
 * @param percentiles of the primary metric as JMH computed them, by rank: 95 for the 95th
 * @param secondary the scores of the secondary metrics as JMH computed them
 */
public record Launch(
    String jmhVersion,
    String jdkVersion,
    String vm,
    List<String> jvmArgs,
    int forks,
    int emptyForks,
    int warmupIterations,
    int measurementIterations,
    String warmupTime,
    String measurementTime,
    int warmupBatchSize,
    int measurementBatchSize,
    double score,
    Map<Double, Double> percentiles,
    Map<String, Score> secondary) {
  /**
   * A score of all forks.
   *
   * @param how what JMH made it of
   */
  record Score(double value, Aggregation how) {}

  public Launch {
    jvmArgs = List.copyOf(jvmArgs);
    percentiles = Map.copyOf(percentiles);
    secondary = Map.copyOf(secondary);
  }
}
