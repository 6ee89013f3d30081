package storagebench.duel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import storagebench.run.plan.PlannedCell;
import storagebench.storage.Variant;

class DuelSideTest {
  private static final PlannedCell CELL =
      new PlannedCell("x.A.insertSelect", Map.of("variant", "AO", "batchSize", "1000"));

  @Test
  void aVariantAloneIsASide() {
    assertThat(side("AO").variant()).contains("AO");
    assertThat(side("variant=AO")).isEqualTo(side("AO"));
  }

  @Test
  void valuesOfSettingsKeepTheirCommasAndEqualSigns() {
    DuelSide side = side("AO,set:gp_default_storage_options=a=1,b=2,set:jit=off,ddl=my.sql");

    assertThat(side.settings())
        .containsEntry("gp_default_storage_options", "a=1,b=2")
        .containsEntry("jit", "off");
    assertThat(side.ddlFile()).contains(Path.of("my.sql"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AO",
        "AO,compresslevel=9,blocksize=8192",
        "AO,set:a.b=1,url=OTHER_URL",
        "image=a/b:1",
        "HEAP,ddl=x.sql"
      })
  void aSideIsShownAsItIsWritten(String text) {
    assertThat(side(text)).hasToString(text);
  }

  @Test
  void whatDiffersIsNamedAsCompareNamesIt(@TempDir Path folder) throws IOException {
    Path own = Files.writeString(folder.resolve("x.sql"), Variant.AO.file().text());
    assertThat(differs(side("AO"), side("AO"))).isEmpty();
    assertThat(differs(side("AO"), side("AOCO"))).containsExactly("variant");
    assertThat(differs(side("AO"), side("AO,compresslevel=9"))).containsExactly("compresslevel");
    assertThat(differs(side("AO"), side("HEAP")))
        .containsExactly("variant", "blocksize", "compresslevel", "compresstype");
    assertThat(differs(side("AO,set:jit=on,set:a=1"), side("AO,set:a=1")))
        .containsExactly("settings.jit");
    assertThat(differs(side("AO"), side("AO,ddl=" + own))).containsExactly("ddl.AO");
    assertThat(differs(side("AO"), side("AO,url=OTHER"))).isEmpty();
    assertThat(differs(side("url=ONE"), side("url=OTHER"))).isEmpty();
    assertThat(differs(side("url=ONE"), side("url=OTHER,compresslevel=9")))
        .containsExactly("compresslevel");
  }

  private static List<String> differs(DuelSide baseline, DuelSide candidate) {
    return Differs.of(baseline, candidate, List.of(CELL));
  }

  private static DuelSide side(String text) {
    return DuelSide.parse("candidate", text);
  }
}
