package storagebench.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import storagebench.results.Fork.Turn;
import storagebench.results.TrialLog.Trial;

/**
 * When the forks of one result file ran.
 *
 * @param byFork the turns that are known
 */
record ForkTurns(Map<Place, Turn> byFork) {
  private record Place(String benchmark, Map<String, String> params, int fork) {}

  /** What {@code trials.json} beside the file says; nothing is known without it. */
  static ForkTurns beside(Path results) {
    Map<Place, Turn> byFork = new HashMap<>();
    for (Trial trial : TrialLog.beside(results).map(TrialLog::trials).orElse(List.of())) {
      byFork.put(
          new Place(trial.benchmark(), shown(trial.parameters()), trial.fork()),
          new Turn(results, trial.position()));
    }
    return new ForkTurns(byFork);
  }

  private static Map<String, String> shown(Map<String, String> parameters) {
    Map<String, String> shown = new HashMap<>();
    parameters.forEach((name, value) -> shown.put(name, Secrets.hide(name, value)));
    return shown;
  }

  /** The cell as it was read from the file, its forks with their turns. */
  Cell addTo(Cell cell) {
    if (byFork.isEmpty()) {
      return cell;
    }
    Identity identity = cell.identity();
    List<Fork> forks = new ArrayList<>();
    for (Fork fork : cell.forks()) {
      Optional<Turn> turn =
          Optional.ofNullable(
              byFork.get(new Place(identity.benchmark(), identity.params(), fork.index())));
      forks.add(turn.map(fork::at).orElse(fork));
    }
    return new Cell(identity, forks, cell.launches(), cell.units());
  }
}
