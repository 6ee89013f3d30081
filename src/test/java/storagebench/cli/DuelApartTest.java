package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import storagebench.fixture.CommandLineRun.Ended;
import storagebench.fixture.EmbeddedServer;
import storagebench.fixture.TestDatabase;
import storagebench.results.Fork;
import storagebench.results.Metric;

/** Duels whose sides take turns by trial, each in forks of its own. */
@Tag("slow")
@Timeout(240)
class DuelApartTest extends DuelCase {
  private static final String COMMITS_DIFFER = "HEAP HEAP,set:synchronous_commit=on";

  private Path script(String text) throws IOException {
    Path script = Files.writeString(folder.resolve("switch.sh"), "#!/bin/sh\n" + text);
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void eachSideHasForksOfItsOwnAndTheyAreComparedRoundByRound()
      throws IOException, InterruptedException, SQLException {
    Ended duel = duel(COMMITS_DIFFER + " --apart -f 3" + QUICK);

    assertThat(duel.exitCode()).as(duel.err()).isIn(0, 1);
    assertThat(duel.out())
        .contains("measured batches of each side a trial", "[3/3] ", "(means of 3 batches)")
        .contains("made to differ: settings.synchronous_commit (off / on)")
        .doesNotContain("not measured in turns");
    for (String side : List.of("baseline", "candidate")) {
      List<Fork> forks = cells(side).get(0).forks();
      assertThat(forks).hasSize(3);
      for (Fork fork : forks) {
        assertThat(values(fork, Metric.ROWS_TABLE)).containsExactly(200, 300, 400);
        assertThat(values(fork, Metric.DUEL_SIDE)).containsOnly(side.equals("baseline") ? 0 : 1);
        assertThat(fork.secondary()).doesNotContainKey(Metric.DUEL_PAIR.label());
      }
      assertThat(text(side + "/jmh.json"))
          .contains("\"measurementIterations\" : 3", "\"warmupIterations\" : 1", "\"forks\" : 3")
          .doesNotContain("storagebench.sides");
    }
    assertThat(everything(duel)).doesNotContain(SECRET);
  }

  @Test
  void serversAreSwitchedBeforeTheSidesChangeAndTheOneThatIsUpGoesFirst()
      throws IOException, InterruptedException, SQLException {
    TestDatabase other = EmbeddedServer.newDatabase();
    environment.put("OTHER_URL", other.url());
    Path calls = folder.resolve("calls");
    Path script = script("echo $1 >> " + calls + "\necho it is up\n");

    Ended duel = duel("HEAP url=OTHER_URL --apart -f 3" + QUICK + " --switch " + script);

    assertThat(duel.exitCode()).as(duel.err()).isIn(0, 1);
    assertThat(duel.err()).contains("--switch: it is up");
    assertThat(Files.readAllLines(calls))
        .as("both are looked at, then trials go B A, A B, B A")
        .containsExactly("baseline", "candidate", "baseline", "candidate", "baseline");
  }

  @Test
  void sidesWithoutVariantsAreComparedInEveryCellThatBothCanStore()
      throws IOException, InterruptedException, SQLException {
    environment.put("OTHER_URL", EmbeddedServer.newDatabase().url());

    Ended duel =
        duel("set:jit=on url=OTHER_URL --apart -f 3" + QUICK.replace("=100 ", "=100,200 "));

    assertThat(duel.exitCode()).as(duel.err()).isIn(0, 1);
    assertThat(duel.err()).contains("Left out: [AO, AOCO, PAX, PAX_NO_CLUSTER]");
    assertThat(duel.out()).contains("insertSelect batchSize=200 indexes=false").contains("[6/6] ");
    for (String side : List.of("baseline", "candidate")) {
      assertThat(cells(side))
          .hasSize(2)
          .allMatch(cell -> cell.identity().params().get("variant").equals("HEAP"));
    }
  }

  @Test
  void aSwitchThatFailsOnTheWayEndsTheDuelAndSaysHowToGoOn()
      throws IOException, InterruptedException, SQLException {
    environment.put("OTHER_URL", EmbeddedServer.newDatabase().url());
    Path script = script("test $1 = baseline && echo x >> rounds; test $(wc -l < rounds) -lt 3\n");

    Ended duel = duel("HEAP url=OTHER_URL --apart -f 4" + QUICK + " --switch " + script);

    assertThat(duel.exitCode()).isEqualTo(2);
    assertThat(duel.err())
        .contains("ended with exit code 1; expected 0 once the baseline's server takes sessions")
        .contains("go on with: duel --resume results/");
  }
}
