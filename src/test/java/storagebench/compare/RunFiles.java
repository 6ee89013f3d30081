package storagebench.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import storagebench.results.Interleaving;
import storagebench.results.JmhText;
import storagebench.results.Metric;

/** Run folders for tests, with figures that are as exact as they look. */
public final class RunFiles {
  private static final String BENCHMARK = "storagebench.benchmark.CopyBenchmark.copy";
  private static final double ROWS = 1000;

  /** Deviations of five forks, in percent: their mean is 0. */
  private static final double[] QUIET = {-0.4, 0.3, 0.1, -0.2, 0.2};

  private static final double[] NOISY = {-9, 7, 2, -5, 5};

  private final JmhText text = new JmhText();
  private JmhText.Result last;
  private final Map<String, String> facts = new TreeMap<>();

  /** Adds a cell whose forks hardly differ. */
  public RunFiles quiet(String variant, double ms, double bytes) {
    return cell(variant, ms, bytes, QUIET);
  }

  /** Adds a cell whose forks differ much. */
  public RunFiles noisy(String variant, double ms, double bytes) {
    return cell(variant, ms, bytes, NOISY);
  }

  /** Adds a cell with these deviations of the forks, in percent. */
  public RunFiles cell(String variant, double ms, double bytes, double... percent) {
    JmhText.Result result = text.add(BENCHMARK, "ss", "ms/op", "variant", variant);
    for (double p : percent) {
      double level = ms * (1 + p / 100);
      result
          .fork(level * 0.99, level * 1.01)
          .metric(Metric.ROWS_INSERTED, ROWS, ROWS)
          .metric(Metric.ROWS_TABLE, 2 * ROWS, 3 * ROWS)
          .metric(Metric.BYTES_TABLE, bytes / 2, bytes)
          .metric(Metric.BYTES_INDEX, 0, 0);
    }
    last = result;
    return this;
  }

  /** Takes a metric from the cell that was added last. */
  public RunFiles without(Metric metric) {
    ((ObjectNode) last.json().get("secondaryMetrics")).remove(metric.label());
    return this;
  }

  /** The JSON, to add what is unusual. */
  public JmhText text() {
    return text;
  }

  /** Adds a fact to the fingerprint, as a path with slashes. */
  public RunFiles fact(String pointer, String value) {
    facts.put(pointer, value);
    return this;
  }

  /** Writes the run folder. */
  public Path write(Path folder) {
    try {
      Files.createDirectories(folder);
      text.write(folder.resolve("jmh.json"));
      if (!facts.isEmpty()) {
        Files.writeString(folder.resolve("fingerprint.json"), Fingerprints.json(facts));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the run folder as one that was measured in turns. */
  public Path write(Path folder, String session, Integer... rounds) {
    write(folder);
    new Interleaving(session, List.of(rounds)).write(folder);
    return folder;
  }
}
