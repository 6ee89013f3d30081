package storagebench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of two fingerprints must be equal, and for what. */
class FingerprintPolicyTest {
  @TempDir private Path folder;

  /** A fingerprint of one fact, by its dotted path. */
  private static Fingerprint run(String fact, Object value) {
    return Fingerprint.of(nested(fact, value));
  }

  private static Map<String, Object> nested(String path, Object value) {
    String[] names = path.split("\\.", 2);
    return Map.of(names[0], names.length == 1 ? value : nested(names[1], value));
  }

  private static List<String> differences(FingerprintPolicy policy, String fact) {
    return policy.between(run(fact, "one"), run(fact, "two")).stream()
        .map(Difference::toString)
        .toList();
  }

  @Test
  void aRunIsResumedWithAnotherCommandButOnTheSameServer() {
    FingerprintPolicy same = FingerprintPolicy.SAME_SERVER;
    FingerprintPolicy started = FingerprintPolicy.SAME_STARTED_SERVER;

    assertThat(differences(same, "command.0")).isEmpty();
    assertThat(differences(same, "order")).isEmpty();
    assertThat(differences(same, "orders")).isNotEmpty();
    assertThat(differences(same, "server.lacks.PAX")).isEmpty();
    assertThat(differences(started, "server.lacks.PAX")).isEmpty();
    assertThat(differences(same, "target")).containsExactly("target (one / two)");
    assertThat(differences(started, "target")).isEmpty();
    assertThat(differences(started, "targets")).isNotEmpty();
    assertThat(differences(same, "server.segments.0.host")).isNotEmpty();
    assertThat(differences(started, "server.segments.0.host")).isEmpty();
    assertThat(differences(started, "server.segments.0.port")).isNotEmpty();
  }

  @Test
  void aFactThatIsGoneDiffersForAResumptionUnlessItWasEmpty() {
    Fingerprint other = run("client", "x");

    assertThat(FingerprintPolicy.SAME_SERVER.between(run("new", "a"), other))
        .contains(new Difference("new", "a", ""));
    assertThat(FingerprintPolicy.SAME_SERVER.between(run("new", ""), other))
        .noneMatch(difference -> difference.field().equals("new"));
  }

  @Test
  void aReportShowsRunsTogetherThatDoNotSayThatTheyDiffer() {
    FingerprintPolicy like = FingerprintPolicy.LIKE_RUNS;

    assertThat(differences(like, "ddl.AO")).hasSize(1);
    assertThat(differences(like, "client.memory")).isEmpty();
    assertThat(like.between(run("ddl.AO", "one"), run("ddl.PAX", "two"))).isEmpty();
  }

  @Test
  void aSegmentMoreIsADifferenceOnlyBetweenClusters() {
    Map<String, Object> first = Map.of("content", -1);
    Fingerprint one = run("server.segments", List.of(first));
    Fingerprint two = run("server.segments", List.of(first, Map.of("content", 0)));

    assertThat(FingerprintPolicy.LIKE_RUNS.between(one, two))
        .containsExactly(new Difference("server.segments.1.content", "absent", "0"));
    assertThat(FingerprintPolicy.LIKE_RUNS.between(run("x", "y"), two)).isEmpty();
  }

  @Test
  void buildsMayDifferInVersionAndNotInSettingsNorAsDebugBuilds() {
    FingerprintPolicy builds = FingerprintPolicy.COMPARABLE_BUILDS;
    Fingerprint debug = run("server.assertions", true);

    assertThat(differences(builds, "server.version")).isEmpty();
    assertThat(differences(builds, "server.settings.server_version_num")).isEmpty();
    assertThat(differences(builds, "client.memory_bytes")).isEmpty();
    assertThat(differences(builds, "server.settings.fsync"))
        .containsExactly("settings.fsync (one / two)");
    assertThat(builds.between(debug, debug))
        .containsExactly(new Difference("assertions", "true", "true"));
    assertThat(builds.between(List.of(run("ddl.AO", "1"), run("ddl.AO", "2")), List.of()))
        .contains(new Difference("ddl.AO", "1, 2", "absent"));
  }

  @Test
  void onlyPrimariesAndMirrorsThatHoldRowsCount() {
    Fingerprint cluster =
        run(
            "server.segments",
            List.of(
                Map.of("content", -1, "role", "PRIMARY", "up", true),
                Map.of("content", 0, "role", "PRIMARY", "up", true),
                Map.of("content", 1, "role", "PRIMARY", "up", false)));

    assertThat(FingerprintPolicy.COMPARABLE_BUILDS.facts(cluster))
        .containsEntry("segments.primaries", "2 (1 down)")
        .containsEntry("segments.mirrors", "0");
  }

  @Test
  void aMachineIsItsProcessorsAndItsSystem() {
    assertThat(differences(FingerprintPolicy.SAME_MACHINE, "client.cpus")).isNotEmpty();
    assertThat(differences(FingerprintPolicy.SAME_MACHINE, "client.jvm")).isEmpty();
    assertThat(differences(FingerprintPolicy.SAME_CLIENT, "client.jvm")).isNotEmpty();
  }

  @Test
  void aFingerprintIsTheSameBeforeItIsWrittenAndAfterItIsRead() throws IOException {
    Fingerprint made =
        Fingerprint.of(
            Map.of(
                "command",
                List.of("insertSelect", "-f", "3"),
                "server",
                Map.of("assertions", false, "password", "hidden"),
                "workload",
                Map.of("seed", 1L << 40, "share", -0.5),
                "statements",
                Map.of("AO", "CREATE TABLE t ();\nSELECT 1")));
    made.write(folder);

    Fingerprint read = Fingerprint.beside(folder.resolve("jmh.json")).orElseThrow();

    assertThat(read.run()).isEqualTo(folder.getFileName().toString());
    assertThat(read.facts()).isEqualTo(made.facts()).containsEntry("server.password", "***");
    assertThat(read.statements()).isEqualTo(made.statements()).hasSize(1);
    assertThat(Files.readString(folder.resolve("fingerprint.json"))).contains("\n  \"server\" : {");
  }
}
