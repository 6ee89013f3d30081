package storagebench.duel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.RunResult;
import storagebench.Console;
import storagebench.compare.CompareOptions;
import storagebench.fixture.JmhForks;
import storagebench.results.Interleaving;
import storagebench.run.RunKind;
import storagebench.run.RunSession;
import storagebench.run.folder.KeptRun;
import storagebench.run.folder.RunLog;
import storagebench.run.folder.RunPlan;
import storagebench.run.plan.BenchmarkArguments;
import storagebench.run.plan.Order;
import storagebench.run.plan.PlannedCell;
import storagebench.run.plan.Rounds;

/** When the cells of a duel end, with trials that take no time and whose times are made up. */
class UntilDecidedTest {
  private static final int MOST = 9;
  private static final int PAIRS = 5;
  private static final IllegalStateException KILLED = new IllegalStateException("killed");

  @TempDir private Path results;

  private final StringWriter out = new StringWriter();
  private final List<Rounds.Trial> measured = new ArrayList<>();

  @Test
  void aCellEndsWithItsVerdictAndTheOthersGoOn() {
    duel(DuelFolder.create(results), false, Integer.MAX_VALUE);

    assertThat(trialsOf("10")).isEqualTo(3);
    assertThat(trialsOf("20")).isBetween(4L, MOST - 1L);
    assertThat(trialsOf("30")).isEqualTo(MOST);
    assertThat(out.toString())
        .contains("[1/27] ")
        .contains(
            "insertSelect batchSize=10 indexes=false preloadRows=0: no more trials after 3 rounds");
    int total = measured.size();
    assertThat(out.toString()).contains("[" + total + "/" + total + "] ");
  }

  @Test
  void wheneverItWasInterruptedItRunsTheTrialsOfAnUndisturbedOne() {
    duel(DuelFolder.create(results), false, Integer.MAX_VALUE);
    List<Rounds.Trial> undisturbed = List.copyOf(measured);

    int firstLook = 3 * DuelArguments.FIRST_LOOK;
    for (int death : List.of(1, firstLook - 1, firstLook, firstLook + 1, undisturbed.size() - 1)) {
      measured.clear();
      DuelFolder folder = DuelFolder.create(results);
      int trials = death;
      assertThatThrownBy(() -> duel(folder, false, trials)).isSameAs(KILLED);
      duel(folder, true, Integer.MAX_VALUE);

      assertThat(measured).as("killed after " + death).isEqualTo(undisturbed);
    }
  }

  @Test
  void aDamagedTrialIsMeasuredAgainThoughWithoutItThereWouldBeAVerdict() throws IOException {
    DuelFolder folder = DuelFolder.create(results);
    duel("40", folder, false, Integer.MAX_VALUE);
    assertThat(measured).hasSize(MOST);
    measured.clear();
    Path outlier = folder.path().resolve("trials/0004.json");
    assertThat(outlier).exists();
    Files.writeString(outlier, "damaged");

    duel("40", folder, true, Integer.MAX_VALUE);

    assertThat(measured).singleElement().extracting(Rounds.Trial::round).isEqualTo(3);
  }

  private long trialsOf(String batchSize) {
    return measured.stream().filter(trial -> batchSize(trial.cell()).equals(batchSize)).count();
  }

  private void duel(DuelFolder folder, boolean resumed, int death) {
    duel("10,20,30", folder, resumed, death);
  }

  private void duel(String batchSizes, DuelFolder folder, boolean resumed, int death) {
    DuelArguments arguments = arguments(batchSizes);
    for (int side = 0; side < 2; side++) {
      new Interleaving("session", List.of(), List.of(), UntilDecided.looks(MOST))
          .write(folder.side(side));
    }
    DuelResults files = new DuelResults(arguments, folder);
    Console console = new Console(new PrintWriter(out), new PrintWriter(out), false, false);
    try (KeptRun kept =
            resumed
                ? KeptRun.resume(folder.run(), arguments.plan(), files, console)
                : KeptRun.begin(folder.run(), arguments.plan(), files);
        RunLog log = RunLog.open(kept.folder(), arguments.benchmark())) {
      RunKind kind =
          new RunKind(
              (trial, batches) -> measured(trial, death),
              new UntilDecided(arguments, folder, kept::writeResults),
              new DuelWording(true),
              cell -> Optional.empty());
      new RunSession(kept, List.of(), log, console, false)
          .run(kind, new Rounds(arguments.selection(), Order.RANDOM, arguments.plan().seed()));
    }
  }

  private List<RunResult> measured(Rounds.Trial trial, int death) {
    if (measured.size() == death) {
      throw KILLED;
    }
    measured.add(trial);
    Random random = new Random(31L * trial.cell().hashCode() + trial.round());
    double[] baseline = new double[PAIRS];
    double[] candidate = new double[PAIRS];
    double ratio = ratio(trial, random);
    for (int pair = 0; pair < PAIRS; pair++) {
      baseline[pair] = 100 + random.nextGaussian();
      candidate[pair] = baseline[pair] * ratio;
    }
    return List.of(JmhForks.duel(trial.cell(), baseline, candidate));
  }

  /** Cells: clearly slower, hardly another, on the margin, and equal but for one outlier. */
  private static double ratio(Rounds.Trial trial, Random random) {
    return switch (batchSize(trial.cell())) {
      case "10" -> 1.2 + 0.001 * random.nextGaussian();
      case "20" -> 1 + 0.02 * random.nextGaussian();
      case "40" -> new double[] {1, 1.02, 0.98, 1.3, 1, 1, 1, 1, 1}[trial.round()];
      default -> 1.03 + 0.06 * random.nextGaussian();
    };
  }

  private static String batchSize(PlannedCell cell) {
    return cell.parameters().get("batchSize");
  }

  private DuelArguments arguments(String batchSizes) {
    List<String> words = new ArrayList<>(List.of("insertSelect", "-f", "" + MOST, "-wi", "0"));
    words.addAll(List.of("-i", "" + PAIRS, "-p", "batchSize=" + batchSizes, "-p", "indexes=false"));
    BenchmarkArguments asked = BenchmarkArguments.parse(words);
    DuelArguments.Request request =
        new DuelArguments.Request(
            DuelSide.parse(DuelSide.BASELINE, "HEAP"),
            DuelSide.parse(DuelSide.CANDIDATE, "set:work_mem=8MB"),
            CompareOptions.DEFAULT,
            false,
            Optional.empty(),
            true);
    RunPlan plan = RunPlan.of(DuelArguments.COMMAND, words, asked, 7);
    return DuelArguments.of(request, asked, plan, Optional.empty(), words);
  }
}
