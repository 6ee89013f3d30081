package storagebench.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes JSON as JMH does, for tests that need exact figures. */
public final class JmhText {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final ArrayNode results = JSON.createArrayNode();

  /** Adds a result with the suite's shape and returns it to be filled. */
  public Result add(String benchmark, String mode, String unit, String... params) {
    ObjectNode result = results.addObject();
    result.put("jmhVersion", "1.37").put("benchmark", benchmark).put("mode", mode);
    result.put("threads", 1).put("forks", 1);
    result.put("jdkVersion", "17.0.15").put("vmName", "OpenJDK").put("vmVersion", "17.0.15+6");
    result.put("warmupIterations", 3).put("measurementIterations", 20);
    result.putArray("jvmArgs");
    for (int i = 0; i < params.length; i += 2) {
      result.withObject("/params").put(params[i], params[i + 1]);
    }
    result.putObject("primaryMetric").put("score", -1).put("scoreUnit", unit).putArray("rawData");
    result.putObject("secondaryMetrics");
    return new Result(result);
  }

  /** One result. */
  public record Result(ObjectNode json) {
    /** Sets JMH's number of threads. */
    public Result threads(int number) {
      json.put("threads", number);
      return this;
    }

    /** Adds the primary scores of one fork. */
    public Result fork(double... scores) {
      append((ArrayNode) json.get("primaryMetric").get("rawData"), scores);
      return this;
    }

    /** Adds a metric's values of one fork; its score is as misleading as padding makes it. */
    public Result metric(String name, String unit, double... values) {
      ObjectNode metrics = (ObjectNode) json.get("secondaryMetrics");
      if (!metrics.has(name)) {
        metrics.putObject(name).put("score", 0).put("scoreUnit", unit).putArray("rawData");
      }
      append((ArrayNode) metrics.get(name).get("rawData"), values);
      return this;
    }

    /** Adds one of the suite's own metrics. */
    public Result metric(Metric metric, double... values) {
      return metric(metric.label(), metric.unit(), values);
    }

    private static void append(ArrayNode forks, double... values) {
      ArrayNode fork = forks.addArray();
      for (double value : values) {
        fork.add(value);
      }
    }
  }

  @Override
  public String toString() {
    try {
      return JSON.writeValueAsString(results);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes the file. */
  public Path write(Path file) throws IOException {
    return Files.writeString(file, toString());
  }
}
