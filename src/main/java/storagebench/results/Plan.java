package storagebench.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What EXPLAIN (ANALYZE, FORMAT JSON) says of a statement.
 *
 * @param planningMillis time of planning
 * @param executionMillis time of execution, with EXPLAIN's own timing in it
 * @param movedRows rows that a segment sent through motions, as an average of the segments
 * @param motions names of the nodes that move rows
 * @param sliceMillis time until the last row of each slice
 * @param sliceBytes the most memory that a process of each slice took; empty on plain PostgreSQL
 * @param orca whether ORCA planned it; empty where the server does not say
 * @param outline its nodes, one a line, children indented below their parent; without any figures,
 *     so that two plans of one shape are equal
 */
public record Plan(
    double planningMillis,
    double executionMillis,
    double movedRows,
    List<String> motions,
    Map<Integer, Double> sliceMillis,
    Map<Integer, Double> sliceBytes,
    Optional<Boolean> orca,
    String outline) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException if it is no plan
   */
  public static Plan parse(String json) {
    JsonNode root;
    try {
      root = JSON.readTree(json).path(0);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no plan in JSON: " + e.getOriginalMessage(), e);
    }
    Map<Integer, Double> millis = new TreeMap<>();
    List<String> motions = new ArrayList<>();
    double moved = walk(root.path("Plan"), millis, motions);
    Map<Integer, Double> bytes = new TreeMap<>();
    for (JsonNode slice : root.path("Slice statistics")) {
      JsonNode memory = slice.path("Executor Memory");
      // One process has a number, several have an average and a maximum.
      bytes.put(
          slice.path("Slice").asInt(),
          memory.path("Maximum Memory Used").asDouble(memory.asDouble()));
    }
    JsonNode optimizer = root.path("Settings").path("Optimizer");
    JsonNode named = optimizer.isMissingNode() ? root.path("Optimizer") : optimizer;
    return new Plan(
        root.path("Planning Time").asDouble(),
        root.path("Execution Time").asDouble(),
        moved,
        motions,
        millis,
        bytes,
        named.isTextual() ? Optional.of(!named.asText().startsWith("Postgres")) : Optional.empty(),
        outline(root.path("Plan"), ""));
  }

  private static double walk(JsonNode node, Map<Integer, Double> millis, List<String> motions) {
    double moved = 0;
    String type = node.path("Node Type").asText();
    if (type.contains("Motion")) {
      motions.add(type);
      moved += node.path("Actual Rows").asDouble() * Math.max(1, node.path("Actual Loops").asInt());
    }
    millis.merge(node.path("Slice").asInt(0), node.path("Actual Total Time").asDouble(), Math::max);
    for (JsonNode child : node.path("Plans")) {
      moved += walk(child, millis, motions);
    }
    return moved;
  }

  private static String outline(JsonNode node, String indent) {
    StringBuilder lines = new StringBuilder(indent).append(node.path("Node Type").asText());
    for (String of : List.of("Strategy", "Relation Name", "Index Name")) {
      if (node.path(of).isTextual()) {
        lines.append(' ').append(anyTable(node.path(of).asText()));
      }
    }
    if (node.has("Slice")) {
      lines.append(", slice ").append(node.path("Slice").asInt());
    }
    lines.append('\n');
    for (JsonNode child : node.path("Plans")) {
      lines.append(outline(child, indent + "  "));
    }
    return lines.toString();
  }

  /** Tables of trials are numbered, or named after their process. */
  private static String anyTable(String name) {
    return name.replaceAll("\\d+", "N");
  }
}
