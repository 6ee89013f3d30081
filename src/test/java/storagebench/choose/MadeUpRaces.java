package storagebench.choose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import storagebench.run.plan.PlannedCell;

/** Races of tables whose sizes and speeds are made up; their trials vary by a percent. */
public final class MadeUpRaces {
  private static final String BENCHMARK = "storagebench.benchmark.InsertBenchmark.insertSelect";
  private static final double MARGIN = 0.03;

  private final List<PlannedCell> cells = new ArrayList<>();
  private final Map<String, Contender> contenders = new HashMap<>();
  private final Map<Contender, Double> microseconds = new HashMap<>();

  /**
   * Adds a candidate.
   *
   * @param definition access method and options, such as {@code AO compresstype=zstd}
   * @param rate rows a second
   */
  public MadeUpRaces with(String definition, double bytesPerRow, double rate) {
    Map<String, String> parameters = new HashMap<>(Map.of("batchSize", "100000"));
    String[] words = definition.split(" ");
    parameters.put("variant", words[0]);
    for (int i = 1; i < words.length; i++) {
      parameters.put(words[i].split("=")[0], words[i].split("=")[1]);
    }
    PlannedCell named = new PlannedCell(BENCHMARK, parameters);
    PlannedCell cell = named.withOptions(named.variant().orElseThrow());
    Contender contender = new Contender(cell.definition().orElseThrow(), bytesPerRow);
    cells.add(cell);
    contenders.put(contender.name(), contender);
    microseconds.put(contender, 1e6 / rate);
    return this;
  }

  /** What came of it after that many rounds at most. */
  public Choices after(int rounds, OptionalDouble rowsPerDay) {
    Race race = Race.of(List.copyOf(contenders.values()), MARGIN, RaceGoal.ERROR);
    for (int round = 0; round < rounds && !race.decided(); round++) {
      Map<Contender, Double> times = new HashMap<>();
      for (Contender contender : race.racing()) {
        times.put(contender, Math.log(microseconds.get(contender) / 1e6) + noise(contender, round));
      }
      race = race.after(times);
    }
    RacedCells raced = RacedCells.of(cells, Map.of(), MARGIN, RaceGoal.ERROR).get(0);
    return new Choices(
        List.of(new FinishedRace(raced, race, List.of(), Optional.empty())), rowsPerDay);
  }

  private static double noise(Contender contender, int round) {
    return 0.01 * new SplittableRandom(31L * contender.name().hashCode() + round).nextGaussian();
  }

  /** Three on the front, two that are beaten. */
  public static MadeUpRaces ofFive() {
    return new MadeUpRaces()
        .with("HEAP", 160, 1.1e6)
        .with("AO", 120, 1.3e6)
        .with("AO compresstype=zstd compresslevel=1", 70, 1.05e6)
        .with("AOCO compresstype=zstd compresslevel=1", 55, 0.9e6)
        .with("AOCO compresstype=zlib compresslevel=9", 56, 0.2e6);
  }
}
