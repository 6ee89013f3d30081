package storagebench.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What versions of the lineage tell of their commit. */
class ServerBuildTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PostgreSQL 12.12 (Greenplum Database 7.1.0 build commit:e7c2b1f14bb42a1018ac57d14f4436880e0a0515 Open Source) on x86_64 | e7c2b1f14bb42a1018ac57d14f4436880e0a0515 | e7c2b1f14b",
        "PostgreSQL 9.4.26 (Greenplum Database 7.0.0-alpha.0+dev.15335.g67a0e2a build dev) on x86_64 | 67a0e2a | 67a0e2a",
        "PostgreSQL 17devel-g67a0e2a on x86_64 | 67a0e2a | 67a0e2a",
        "PostgreSQL 14.4 (Apache Cloudberry 2.1.0-incubating build 1) on x86_64-pc-linux-gnu, compiled by gcc | | Apache Cloudberry 2.1.0-incubating build 1",
        "PostgreSQL 12 (MatrixDB 5.0.0) (Greenplum Database 7.0.0 build dev) on x86_64, 64-bit compiled on Nov 22 2026 20:45:52 | | MatrixDB 5.0.0 of Nov 22 2026 20:45:52",
        "PostgreSQL 14.9 on x86_64-pc-linux-gnu, compiled by gcc | | PostgreSQL 14.9",
        "'' | | unknown build"
      })
  void theCommitIsReadWhereTheVersionTellsIt(String version, String commit, String label) {
    ServerBuild build = ServerBuild.of(version);

    assertThat(build.commit().orElse(null)).isEqualTo(commit);
    assertThat(build.label()).isEqualTo(label);
  }
}
