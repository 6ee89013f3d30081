package storagebench.run.plan;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.server.Server;
import storagebench.storage.Variant;

/**
 * The cells that a server cannot store, and why: variants that it lacks as a whole, tables that it
 * refuses, and batches that it has no way to take.
 *
 * @param lacking why a variant cannot be stored with any options, by its name
 * @param refused why a table cannot be made, by its cell
 * @param unreachable why batches cannot get into any table, by cell
 */
record LeftOut(
    Map<String, String> lacking,
    Map<PlannedCell, String> refused,
    Map<PlannedCell, String> unreachable) {
  static LeftOut of(
      List<PlannedCell> cells, Server server, Function<PlannedCell, Optional<String>> refusal) {
    Map<PlannedCell, Variant> tables = new LinkedHashMap<>();
    for (PlannedCell cell : cells) {
      cell.variant().ifPresent(variant -> tables.put(cell.table(), variant));
    }
    Map<PlannedCell, String> obstacles = new HashMap<>();
    Set<String> storable = new TreeSet<>();
    tables.forEach(
        (table, variant) ->
            variant
                .obstacle(server)
                .ifPresentOrElse(
                    why -> obstacles.put(table, why), () -> storable.add(variant.name())));
    Map<String, String> lacking = new TreeMap<>();
    Map<PlannedCell, String> refused = new LinkedHashMap<>();
    tables.forEach(
        (table, variant) -> {
          if (!storable.contains(variant.name())) {
            lacking.put(variant.name(), obstacles.get(table));
          } else {
            Optional.ofNullable(obstacles.get(table))
                .or(() -> refusal.apply(table))
                .ifPresent(why -> refused.put(table, why));
          }
        });
    refusedFiles(tables, refused).forEach(lacking::putIfAbsent);
    Map<PlannedCell, String> unreachable = new LinkedHashMap<>();
    cells.forEach(cell -> cell.obstacle(server).ifPresent(why -> unreachable.put(cell, why)));
    return new LeftOut(lacking, refused, unreachable);
  }

  /** Files of the user's that the server takes with no options. */
  private static Map<String, String> refusedFiles(
      Map<PlannedCell, Variant> tables, Map<PlannedCell, String> refused) {
    Map<String, String> files = new TreeMap<>();
    tables.forEach(
        (table, variant) -> {
          if (variant.isFile() && refused.containsKey(table)) {
            files.put(variant.name(), refused.get(table));
          }
        });
    tables.forEach(
        (table, variant) -> {
          if (!refused.containsKey(table)) {
            files.remove(variant.name());
          }
        });
    return files;
  }

  boolean isEmpty() {
    return lacking.isEmpty() && refused.isEmpty() && unreachable.isEmpty();
  }

  boolean lacksVariants() {
    return !lacking.isEmpty();
  }

  boolean has(PlannedCell cell) {
    return cell.variant().filter(v -> lacking.containsKey(v.name())).isPresent()
        || refused.containsKey(cell.table())
        || unreachable.containsKey(cell);
  }

  /** The variants, and why. */
  String variants() {
    SortedSet<String> why = new TreeSet<>(lacking.values());
    return lacking.keySet() + " cannot be stored here: " + String.join("; ", why);
  }

  /** The tables, and why, those that are refused for one reason together. */
  String tables() {
    Map<String, SortedSet<String>> byReason = new LinkedHashMap<>();
    refused.forEach(
        (table, why) ->
            byReason.computeIfAbsent(why, w -> new TreeSet<>()).add(table.definition().orElse("")));
    return byReason.entrySet().stream()
        .map(reason -> String.join(", ", reason.getValue()) + " (" + reason.getKey() + ")")
        .collect(Collectors.joining("; "));
  }

  /** Why batches cannot get in. */
  String methods() {
    return unreachable.values().stream().distinct().collect(Collectors.joining("; "));
  }

  @Override
  public String toString() {
    return Stream.of(lacking.isEmpty() ? "" : variants(), tables(), methods())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
