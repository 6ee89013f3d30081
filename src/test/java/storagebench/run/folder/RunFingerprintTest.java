package storagebench.run.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import storagebench.results.Fingerprint;
import storagebench.storage.Variant;

/** What fingerprints say of DDL. */
class RunFingerprintTest {
  private static final Path BEFORE =
      Path.of("results/reference/same-server/baseline/round-000/fingerprint.json");

  @Test
  void aVariantsDdlIsTheSameAsBeforeOptionsCouldBeChosen() {
    Map<String, String> before = Fingerprint.read(BEFORE).facts();

    for (Variant variant : Variant.values()) {
      assertThat(RunFingerprint.sha256(variant.ddl())).isEqualTo(before.get("ddl." + variant));
    }
    Variant other = Variant.AO.with(Map.of("blocksize", "8192"));
    assertThat(RunFingerprint.sha256(other.ddl())).isNotEqualTo(before.get("ddl.AO"));
  }
}
