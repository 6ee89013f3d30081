package storagebench.compare.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import storagebench.compare.Comparison;
import storagebench.compare.match.Difference;
import storagebench.compare.verdict.Contrast;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Sample;
import storagebench.compare.verdict.Suite;
import storagebench.compare.verdict.Verdict;
import storagebench.results.Identity;
import storagebench.statistics.Estimate;

/**
 * For programs: everything, as {@code storagebench/compare/compare-1.schema.json} in the jar
 * describes it. What could not be had is null.
 */
final class JsonRenderer {
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private JsonRenderer() {}

  static String render(Judged judged) {
    Comparison comparison = judged.comparison();
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("outcome", judged.outcome().label());
    root.put("exit_code", judged.outcome().exitCode());
    root.put("alpha", comparison.options().alpha());
    root.putArray("suites");
    comparison.suites().forEach(suite -> suite(root.withArray("suites").addObject(), suite));
    root.putArray("rows");
    comparison.rows().forEach(row -> row(root.withArray("rows").addObject(), row));
    cells(root.withArray("only_baseline"), comparison.onlyBaseline());
    cells(root.withArray("only_candidate"), comparison.onlyCandidate());
    differences(root.withArray("servers"), comparison.servers());
    comparison.warnings().forEach(root.putArray("warnings")::add);
    return text(root);
  }

  /** Indented, ending in a line break. */
  static String text(Object node) {
    try {
      return JSON.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void suite(ObjectNode node, Suite suite) {
    node.put("metric", suite.measure().name());
    node.put("better", better(suite.higherIsBetter()));
    ObjectNode counts = node.putObject("counts");
    for (Verdict verdict : Verdict.values()) {
      counts.put(verdict.label(), suite.counts().getOrDefault(verdict, 0L));
    }
    estimate(node.putObject("ratio"), suite.ratio());
    suite.worst().ifPresent(row -> extreme(node.putObject("worst"), row));
    suite.best().ifPresent(row -> extreme(node.putObject("best"), row));
  }

  private static void extreme(ObjectNode node, Row row) {
    cell(node, row.identity());
    number(node, "ratio", row.ratio().value());
  }

  private static void row(ObjectNode node, Row row) {
    cell(node, row.identity());
    node.put("metric", row.measure().name());
    node.put("unit", row.measure().unit(row.identity()));
    node.put("better", better(row.measure().higherIsBetter(row.identity())));
    node.put("verdict", row.verdict().label());
    sample(node.putObject("baseline"), row.contrast().map(Contrast::baseline));
    sample(node.putObject("candidate"), row.contrast().map(Contrast::candidate));
    node.put("paired", row.contrast().map(Contrast::paired).orElse(null));
    estimate(node.putObject("ratio"), row.ratio());
    number(node, "p", row.p());
    node.put("margin", row.margin());
    number(node, "smallest_change", row.smallest() - 1);
    node.put(
        "forks_to_settle", row.forksToSettle().isPresent() ? row.forksToSettle().getAsInt() : null);
    differences(node.putArray("differences"), row.differences());
    row.notes().forEach(node.putArray("notes")::add);
  }

  private static void sample(ObjectNode node, Optional<Sample> sample) {
    number(node, "value", sample.map(Sample::geometricMean).orElse(Double.NaN));
    node.put("forks", sample.map(Sample::count).orElse(null));
  }

  private static void estimate(ObjectNode node, Estimate estimate) {
    number(node, "value", estimate.value());
    number(node, "low", estimate.low());
    number(node, "high", estimate.high());
  }

  private static void cells(ArrayNode array, List<Identity> identities) {
    identities.forEach(identity -> cell(array.addObject(), identity));
  }

  private static void cell(ObjectNode node, Identity identity) {
    node.put("benchmark", identity.benchmark());
    node.put("mode", identity.mode());
    ObjectNode params = node.putObject("params");
    for (Map.Entry<String, String> param : identity.params().entrySet()) {
      params.put(param.getKey(), param.getValue());
    }
    node.put("threads", identity.threads());
  }

  private static void differences(ArrayNode array, List<Difference> differences) {
    for (Difference difference : differences) {
      array
          .addObject()
          .put("field", difference.field())
          .put("baseline", difference.baseline())
          .put("candidate", difference.candidate());
    }
  }

  /** JSON has neither NaN nor infinity. */
  private static void number(ObjectNode node, String name, double value) {
    node.put(name, Double.isFinite(value) ? Double.valueOf(value) : null);
  }

  private static String better(boolean higher) {
    return higher ? "higher" : "lower";
  }
}
