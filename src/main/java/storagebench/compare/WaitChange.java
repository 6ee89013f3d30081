package storagebench.compare;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import storagebench.compare.match.MeasuredCell;
import storagebench.compare.match.Pair;
import storagebench.report.study.Waiting;
import storagebench.results.Identity;
import storagebench.results.Metric.Direction;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Quantity;
import storagebench.table.Table;
import storagebench.table.TableBuilder;

/**
 * A wait event on both sides, for cells in which both were sampled. It is for reading beside the
 * verdicts and is not tested.
 *
 * @param identity the cell
 * @param where coordinator, segments or server
 * @param event class and event; {@code cpu} for none
 * @param baseline share of the batches' time; 0 if it was not seen
 * @param candidate share of the batches' time; 0 if it was not seen
 */
public record WaitChange(
    Identity identity, String where, String event, double baseline, double candidate) {
  /** An event that has less than this share on both sides is not worth a line. */
  private static final double NEGLIGIBLE = 0.01;

  private record Kind(String where, String event) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      return (where + ' ' + event).compareTo(other.where + ' ' + other.event);
    }
  }

  /** The events of a pair of cells; none unless both were sampled. */
  static List<WaitChange> of(Pair pair) {
    Map<Kind, Double> before = shares(pair.baseline());
    Map<Kind, Double> after = shares(pair.candidate());
    if (before.isEmpty() || after.isEmpty()) {
      return List.of();
    }
    Map<Kind, WaitChange> changes = new TreeMap<>();
    Stream.of(before, after)
        .flatMap(side -> side.keySet().stream())
        .forEach(
            kind ->
                changes.put(
                    kind,
                    new WaitChange(
                        pair.identity(),
                        kind.where,
                        kind.event,
                        before.getOrDefault(kind, 0.0),
                        after.getOrDefault(kind, 0.0))));
    return changes.values().stream()
        .filter(change -> Math.max(change.baseline, change.candidate) >= NEGLIGIBLE)
        .toList();
  }

  private static Map<Kind, Double> shares(MeasuredCell side) {
    Map<Kind, Double> shares = new LinkedHashMap<>();
    Waiting.of(side.asCell())
        .forEach(wait -> shares.put(new Kind(wait.where(), wait.event()), wait.share()));
    return shares;
  }

  /** The table; nothing where no cell was sampled on both sides. */
  static Optional<Table> table(List<WaitChange> changes) {
    return new TableBuilder<WaitChange>(
            "waits",
            "Waits of both sides",
            "What inserting sessions waited for, in percent of the batches' time; cpu is no wait"
                + " at all. Of segments it is the mean. For reading beside the verdicts; nothing"
                + " here is tested.")
        .keys(VerdictTable.keys(changes.stream().map(WaitChange::identity)), c -> c.identity)
        .label("where", "where", WaitChange::where)
        .label("event", "event", WaitChange::event)
        .add(share("baseline"), c -> Entry.of(c.baseline))
        .add(share("candidate"), c -> Entry.of(c.candidate))
        .add(share("difference"), c -> Entry.of(c.candidate - c.baseline))
        .buildUnlessEmpty(changes);
  }

  private static Column share(String name) {
    return Column.of(name + "_share", name, Quantity.SHARE, Direction.NEUTRAL);
  }
}
