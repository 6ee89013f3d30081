package storagebench.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import storagebench.proof.RaceSetting.Field;
import storagebench.proof.RaceSetting.Noise;
import storagebench.table.Column;
import storagebench.table.Entry;
import storagebench.table.Table;

/** The simulations of races, one table a question. */
final class ChooseTables {
  private static final int[] CONTENDERS = {10, 30, 60};
  private static final double[] DEVIATIONS = {0.03, 0.06, 0.10};
  private static final int AMPLE = 100;
  private static final int TIGHT = 10;

  private ChooseTables() {}

  /** All of them; of so many races each. */
  static List<Table> all(int races) {
    return List.of(ample(races), tight(races), unfavourable(races));
  }

  /** As many trials as it takes, within reason. */
  static Table ample(int races) {
    List<List<Entry>> rows = new ArrayList<>();
    for (int contenders : CONTENDERS) {
      for (double deviation : DEVIATIONS) {
        rows.add(
            ample(
                new RaceSetting(Field.STORAGE_OPTIONS, contenders, deviation, Noise.NORMAL),
                races));
      }
    }
    return ProofTables.table(
        "ample",
        "Races with an ample budget",
        "At most "
            + AMPLE
            + " trials a contender. Contenders lie as storage options do, times vary from trial to"
            + " trial by the deviation. Dropped wrongly: one left that is faster by more than the"
            + " margin of 3 % than all smaller ones, or for which none stands in the end. Told"
            + " wrongly: one is taken to be faster than a smaller one that is as fast. Decided:"
            + " before the budget was spent. Right: the picks are the smallest, and one within the"
            + " margin of the fastest. Of equal allocation: trials by those that all contenders in"
            + " each round would have been, which leads to the same statements after as many"
            + " rounds. Of "
            + races
            + " races each.",
        List.of(
            ProofTables.count("contenders", "contenders"),
            ProofTables.share("deviation", "deviation"),
            ProofTables.share("dropped_wrongly", "dropped wrongly"),
            ProofTables.share("told_wrongly", "told wrongly"),
            ProofTables.share("decided", "decided"),
            ProofTables.share("right_decided", "right, of those decided"),
            ProofTables.share("right", "right, of all"),
            ProofTables.count("rounds", "rounds"),
            ProofTables.count("trials", "trials"),
            ProofTables.share("equal_decided", "of equal allocation, those decided"),
            ProofTables.share("equal", "of equal allocation, all"),
            ProofTables.count("front", "on the true front"),
            ProofTables.count("in", "in at the end")),
        rows);
  }

  private static List<Entry> ample(RaceSetting setting, int races) {
    List<SimulatedRace> all = simulate(setting, races, AMPLE);
    List<SimulatedRace> decided = all.stream().filter(r -> r.race().decided()).toList();
    return List.of(
        Entry.of(setting.contenders()),
        Entry.of(setting.deviation()),
        share(all, SimulatedRace::droppedWrongly),
        share(all, SimulatedRace::toldWrongly),
        share(all, r -> r.race().decided()),
        share(decided, SimulatedRace::isRight),
        share(all, SimulatedRace::isRight),
        mean(all, r -> r.race().rounds()),
        mean(all, SimulatedRace::trials),
        mean(decided, r -> r.shareOfEqualAllocation(setting)),
        mean(all, r -> r.shareOfEqualAllocation(setting)),
        mean(all, r -> r.truth().onTheFront()),
        mean(all, r -> r.race().in().size()));
  }

  /** What half an hour may be good for, beside what else one could do with it. */
  static Table tight(int races) {
    List<List<Entry>> rows = new ArrayList<>();
    for (int contenders : CONTENDERS) {
      for (double deviation : DEVIATIONS) {
        rows.add(
            tight(
                new RaceSetting(Field.STORAGE_OPTIONS, contenders, deviation, Noise.NORMAL),
                races));
      }
    }
    return ProofTables.table(
        "tight",
        "Races with a tight budget",
        "The same contenders, at most "
            + TIGHT
            + " trials a contender. Beside the rule: elimination without correction, by a paired"
            + " t-test of each pair at 5 % after every round; and successive halving, which spends"
            + " the budget as it is and keeps as many as are on the true front, a number that"
            + " nobody knows.",
        List.of(
            ProofTables.count("contenders", "contenders"),
            ProofTables.share("deviation", "deviation"),
            ProofTables.share("decided", "decided"),
            ProofTables.count("front", "on the true front"),
            ProofTables.count("in", "in at the end"),
            ProofTables.count("plain_in", "in at the end, uncorrected"),
            ProofTables.share("dropped_wrongly", "dropped wrongly"),
            ProofTables.share("plain_dropped", "dropped wrongly, uncorrected"),
            ProofTables.share("halving_dropped", "dropped wrongly, halving"),
            ProofTables.share("right", "right"),
            ProofTables.share("plain_right", "right, uncorrected"),
            ProofTables.share("halving_right", "right, halving")),
        rows);
  }

  private static List<Entry> tight(RaceSetting setting, int races) {
    int most = TIGHT * setting.contenders();
    List<SimulatedRace> all = simulate(setting, races, TIGHT);
    List<OtherRule> plain =
        IntStream.range(0, races).mapToObj(i -> OtherRule.plain(setting, i, most)).toList();
    List<OtherRule> halving =
        IntStream.range(0, races).mapToObj(i -> OtherRule.halving(setting, i, most)).toList();
    return List.of(
        Entry.of(setting.contenders()),
        Entry.of(setting.deviation()),
        share(all, r -> r.race().decided()),
        mean(all, r -> r.truth().onTheFront()),
        mean(all, r -> r.race().in().size()),
        mean(plain, r -> r.in().size()),
        share(all, SimulatedRace::droppedWrongly),
        share(plain, OtherRule::droppedWrongly),
        share(halving, OtherRule::droppedWrongly),
        share(all, SimulatedRace::isRight),
        share(plain, OtherRule::isRight),
        share(halving, OtherRule::isRight));
  }

  /** Where a rule errs most easily. */
  static Table unfavourable(int races) {
    List<List<Entry>> rows = new ArrayList<>();
    for (Field field : Field.values()) {
      for (Noise noise : Noise.values()) {
        rows.add(unfavourable(new RaceSetting(field, 30, 0.06, noise), races));
      }
    }
    return ProofTables.table(
        "unfavourable",
        "Unfavourable cases",
        "30 contenders, deviation 6 %, at most "
            + AMPLE
            + " trials a contender. At the margin: all are on the front, each faster than the next"
            + " smaller by next to nothing more than the margin. Stalls: two trials in a hundred"
            + " take up to three times as long. Unequal: a third of the contenders varies by 2 %, a"
            + " third by 4 %, a third by 6 %. Drift: each round is slower or faster as a whole, by"
            + " 10 %. Uncorrected: as above, with a tenth of the trials.",
        List.of(
            Column.ofText("field", "contenders lie"),
            Column.ofText("noise", "times"),
            ProofTables.share("dropped_wrongly", "dropped wrongly"),
            ProofTables.share("told_wrongly", "told wrongly"),
            ProofTables.share("plain_dropped", "dropped wrongly, uncorrected"),
            ProofTables.share("decided", "decided"),
            ProofTables.share("right", "right, of all"),
            ProofTables.count("trials", "trials"),
            ProofTables.count("front", "on the true front"),
            ProofTables.count("in", "in at the end")),
        rows);
  }

  private static List<Entry> unfavourable(RaceSetting setting, int races) {
    List<SimulatedRace> all = simulate(setting, races, AMPLE);
    List<OtherRule> plain =
        IntStream.range(0, races)
            .mapToObj(i -> OtherRule.plain(setting, i, TIGHT * setting.contenders()))
            .toList();
    return List.of(
        Entry.of(words(setting.field())),
        Entry.of(words(setting.noise())),
        share(all, SimulatedRace::droppedWrongly),
        share(all, SimulatedRace::toldWrongly),
        share(plain, OtherRule::droppedWrongly),
        share(all, r -> r.race().decided()),
        share(all, SimulatedRace::isRight),
        mean(all, SimulatedRace::trials),
        mean(all, r -> r.truth().onTheFront()),
        mean(all, r -> r.race().in().size()));
  }

  private static List<SimulatedRace> simulate(RaceSetting setting, int races, int trialsEach) {
    return IntStream.range(0, races)
        .mapToObj(i -> SimulatedRace.of(setting, i, trialsEach * setting.contenders()))
        .toList();
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static <T> Entry share(List<T> races, Predicate<T> predicate) {
    return mean(races, race -> predicate.test(race) ? 1 : 0);
  }

  private static <T> Entry mean(List<T> races, ToDoubleFunction<T> figure) {
    return Entry.of(races.stream().mapToDouble(figure).average().orElse(Double.NaN));
  }
}
