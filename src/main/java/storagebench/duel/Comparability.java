package storagebench.duel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import storagebench.compare.match.FingerprintDifferences;
import storagebench.results.Difference;
import storagebench.results.Fingerprint;
import storagebench.results.Identity;
import storagebench.run.plan.PlannedCell;
import storagebench.storage.Turns;

/** Checks before a duel that {@code compare} will accept its sides. */
final class Comparability {
  private static final String USUAL_MODE = "ss";
  private static final String USUAL_UNIT = "ms/op";

  private final DuelArguments arguments;

  Comparability(DuelArguments arguments) {
    this.arguments = arguments;
  }

  /** What differs and was neither made to differ nor accepted. */
  List<Difference> refused(List<DuelServer> duelServers) {
    FingerprintDifferences differences =
        new FingerprintDifferences(
            facts(duelServers.get(Turns.BASELINE)), facts(duelServers.get(Turns.CANDIDATE)));
    Set<String> accepted = new LinkedHashSet<>(arguments.compare().allow());
    accepted.addAll(Differs.of(arguments.baseline(), arguments.candidate(), arguments.cells()));
    return arguments.cells().stream()
        .flatMap(
            cell ->
                differences
                    .of(identity(cell, arguments.baseline()), identity(cell, arguments.candidate()))
                    .stream())
        .filter(difference -> accepted.stream().noneMatch(difference::isNamed))
        .distinct()
        .toList();
  }

  /** The identity of a cell in the results of a side. */
  static Identity identity(PlannedCell cell, DuelSide side) {
    return new Identity(
        cell.benchmark(),
        USUAL_MODE,
        new TreeMap<>(DuelArguments.onSide(cell, side).parameters()),
        1,
        USUAL_UNIT);
  }

  private List<Fingerprint> facts(DuelServer duelServer) {
    return List.of(duelServer.fingerprint(arguments));
  }
}
