package storagebench.run.plan;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.util.Optional;

/** Adds to a command line for JMH what a command of the suite takes where the user does not say. */
public final class UsualWords {
  /** The benchmark that commands measure where none is named. */
  private static final String BENCHMARK = "\\.InsertSelectBenchmark\\.insertSelect$";

  private final BenchmarkArguments asked;
  private final List<String> words;

  /** A benchmark, if none is named. */
  public UsualWords(BenchmarkArguments asked) {
    this.asked = asked;
    this.words = new ArrayList<>(asked.words());
    if (asked.jmh().getIncludes().isEmpty()) {
      words.add(0, BENCHMARK);
    }
  }

  /** Values of a parameter, with commas between them. */
  public UsualWords parameter(String name, String values) {
    if (!asked.jmh().getParameter(name).hasValue()) {
      words.addAll(List.of("-p", name + "=" + values));
    }
    return this;
  }

  /** Forks of a cell. */
  public UsualWords forks(int count) {
    return number(asked.jmh().getForkCount(), "-f", count);
  }

  /** Batches of a fork before the measured ones. */
  public UsualWords warmup(int count) {
    return number(asked.jmh().getWarmupIterations(), "-wi", count);
  }

  /** Measured batches of a fork. */
  public UsualWords measured(int count) {
    return number(asked.jmh().getMeasurementIterations(), "-i", count);
  }

  private UsualWords number(Optional<Integer> given, String option, int usual) {
    if (!given.hasValue()) {
      words.addAll(List.of(option, Integer.toString(usual)));
    }
    return this;
  }

  /** What the user gave, and what was added. */
  public BenchmarkArguments arguments() {
    return asked.with(words);
  }
}
