package storagebench.report.gate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import storagebench.report.study.Speed;
import storagebench.report.study.Study;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.Fork.Turn;
import storagebench.statistics.CommonSlope.Group;

/**
 * Speeds of forks by when they ran: x from 0, the first, to 1, the last; y the natural logarithm of
 * the speed. The forks of a run that recorded its trials stand in the order of all of them, others
 * in that of their cell.
 *
 * @param groups one for each cell and run
 * @param order in which order the forks stand, in words
 */
record SpeedOverTime(List<Group> groups, String order) {
  static SpeedOverTime of(Study study) {
    List<Cell> usable = study.cells().stream().filter(SpeedOverTime::hasSpeeds).toList();
    Map<Path, IntSummaryStatistics> positions = positions(usable);
    List<Group> groups = new ArrayList<>();
    for (Cell cell : usable) {
      double[] speeds = Speed.forkSpeeds(cell);
      for (List<Integer> forks : byRun(cell).values()) {
        double[] when =
            IntStream.range(0, forks.size())
                .mapToDouble(rank -> when(cell, forks, rank, positions))
                .toArray();
        groups.add(new Group(when, forks.stream().mapToDouble(i -> Math.log(speeds[i])).toArray()));
      }
    }
    return new SpeedOverTime(groups, order(usable));
  }

  private static boolean hasSpeeds(Cell cell) {
    return Arrays.stream(Speed.forkSpeeds(cell)).allMatch(s -> s > 0 && Double.isFinite(s));
  }

  private static Map<Path, IntSummaryStatistics> positions(List<Cell> cells) {
    Map<Path, IntSummaryStatistics> positions = new HashMap<>();
    for (Cell cell : cells) {
      cell.forks().stream()
          .flatMap(fork -> fork.turn().stream())
          .forEach(
              turn ->
                  positions
                      .computeIfAbsent(turn.run(), run -> new IntSummaryStatistics())
                      .accept(turn.position()));
    }
    return positions;
  }

  private static Map<Optional<Path>, List<Integer>> byRun(Cell cell) {
    return IntStream.range(0, cell.forks().size())
        .boxed()
        .collect(
            Collectors.groupingBy(
                i -> cell.forks().get(i).turn().map(Turn::run),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static double when(
      Cell cell, List<Integer> forks, int rank, Map<Path, IntSummaryStatistics> positions) {
    Optional<Turn> turn = cell.forks().get(forks.get(rank)).turn();
    if (turn.isEmpty()) {
      return rank / Math.max(1.0, forks.size() - 1);
    }
    IntSummaryStatistics ofRun = positions.get(turn.get().run());
    return (turn.get().position() - ofRun.getMin())
        / Math.max(1.0, ofRun.getMax() - ofRun.getMin());
  }

  private static String order(List<Cell> cells) {
    List<Fork> forks = cells.stream().flatMap(cell -> cell.forks().stream()).toList();
    boolean recorded = forks.stream().anyMatch(fork -> fork.turn().isPresent());
    boolean unknown = forks.stream().anyMatch(fork -> fork.turn().isEmpty());
    String ofForks = "in the order of each cell's forks";
    String ofTrials = "in the order of all trials";
    return recorded
        ? ofTrials + (unknown ? ", or where it is unknown " + ofForks : "")
        : ofForks + ": no trials.json";
  }
}
