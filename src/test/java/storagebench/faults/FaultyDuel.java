package storagebench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import storagebench.fixture.CommandLineRun;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.results.Cell;
import storagebench.results.Fork;
import storagebench.results.JmhReader;
import storagebench.results.Metric;
import storagebench.results.TrialLog;

/**
 * A duel of small batches that faults happen to: begun, resumed as often as needed, and checked to
 * be in the end what it would have been without them.
 *
 * @param run where it works, and the server
 * @param apart whether each side has forks of its own
 */
record FaultyDuel(FaultyRun run, boolean apart) {
  private static final int ROUNDS = 3;
  private static final int WARMUP_PAIRS = 1;
  private static final int PAIRS = 3;
  private static final List<String> SIDES = List.of("baseline", "candidate");
  private static final String OPTIONS =
      "multiRowInsert -f 3 -wi 1 -i 3 -p batchSize=100,101 -p indexes=false --seed 20260105"
          + " -jvmArgsAppend -XX:TieredStopAtLevel=1";

  /** How many trials are planned. */
  static final int TRIALS = 2 * ROUNDS;

  FaultyDuel(Map<String, String> environment, Path directory) {
    this(new FaultyRun(environment, directory), false);
  }

  /** The same with forks of each side's own. */
  FaultyDuel sidesApart() {
    return new FaultyDuel(run, true);
  }

  CommandLineRun begin(String... sides) throws IOException {
    List<String> words = new ArrayList<>(List.of("duel"));
    words.addAll(List.of(sides));
    words.addAll(List.of(OPTIONS.split(" ")));
    if (apart) {
      words.add("--apart");
    }
    return start(words);
  }

  CommandLineRun resume(String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("duel", "--resume", folder().toString()));
    words.addAll(List.of(more));
    return start(words);
  }

  CommandLineRun start(List<String> words) throws IOException {
    return CommandLineRun.start(run.environment(), run.directory(), words.toArray(String[]::new));
  }

  Path folder() throws IOException {
    return run.folder();
  }

  /** Ends it by kill -9 as soon as a trial is kept. */
  void killAfterTheFirstTrial(String... sides) throws IOException, InterruptedException {
    CommandLineRun begun = begin(sides);
    run.awaitFirstTrial(begun);
    begun.kill();
    begun.end();
  }

  /** The files of finished trials as they are now. */
  Map<Path, String> trials() throws IOException {
    Map<Path, String> trials = new HashMap<>();
    if (run.kept() > 0) {
      try (Stream<Path> files = Files.list(folder().resolve("trials"))) {
        for (Path file : files.filter(name -> name.toString().endsWith(".json")).toList()) {
          trials.put(file, Files.readString(file));
        }
      }
    }
    return trials;
  }

  /** Resumes until everything is measured and checks all of it. */
  Ended complete() throws IOException, InterruptedException {
    Ended ended = resume().end();
    assertThat(ended.err()).doesNotContain("\tat ");
    assertComplete(ended);
    return ended;
  }

  /** Exactly the planned trials, each with all pairs of both sides and every row. */
  void assertComplete(Ended ended) throws IOException {
    assertThat(ended.exitCode()).as(ended.err()).isIn(0, 1);
    assertThat(trials()).hasSize(TRIALS);
    for (int side = 0; side < SIDES.size(); side++) {
      Path results = folder().resolve(SIDES.get(side)).resolve("jmh.json");
      List<Cell> cells = new ArrayList<>();
      JmhReader.read(results, cells::add);
      assertThat(cells).hasSize(TRIALS / ROUNDS);
      for (Cell cell : cells) {
        assertThat(cell.forks()).hasSize(ROUNDS);
        for (Fork fork : cell.forks()) {
          assertSide(fork, side);
          FaultyRun.assertRows(cell, fork, WARMUP_PAIRS + PAIRS);
        }
      }
      assertThat(Files.readString(results))
          .contains("\"forks\" : " + ROUNDS, "\"measurementIterations\" : " + PAIRS);
      assertThat(TrialLog.beside(results).orElseThrow().trials()).hasSize(TRIALS);
    }
    try (Stream<Path> files = Files.walk(folder())) {
      assertThat(files.filter(file -> file.toString().endsWith(".part"))).isEmpty();
    }
  }

  private void assertSide(Fork fork, double side) {
    assertThat(values(fork, Metric.DUEL_SIDE)).hasSize(PAIRS).containsOnly(side);
    if (apart) {
      assertThat(fork.secondary()).doesNotContainKey(Metric.DUEL_PAIR.label());
    } else {
      assertThat(values(fork, Metric.DUEL_PAIR)).containsExactly(1, 2, 3);
    }
  }

  /** What does not depend on time: what was measured in which order, and the rows of it. */
  List<String> facts() throws IOException {
    List<String> facts = new ArrayList<>();
    for (String side : SIDES) {
      Path results = folder().resolve(side).resolve("jmh.json");
      JmhReader.read(results, cell -> cell.forks().forEach(fork -> facts.add(fact(cell, fork))));
      TrialLog.beside(results).orElseThrow().trials().stream()
          .map(trial -> trial.round() + " " + trial.fork() + " " + trial.parameters())
          .forEach(facts::add);
    }
    return facts;
  }

  private static String fact(Cell cell, Fork fork) {
    return cell.identity()
        + " "
        + fork.primary().size()
        + List.of(Metric.ROWS_TABLE, Metric.BYTES_RAW, Metric.ROWS_CHECKSUM).stream()
            .map(metric -> Arrays.toString(values(fork, metric)))
            .toList();
  }

  private static double[] values(Fork fork, Metric metric) {
    return fork.secondary().get(metric.label()).toArray();
  }
}
