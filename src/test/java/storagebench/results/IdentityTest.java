package storagebench.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What makes two results one cell, and the order of cells. */
class IdentityTest {
  private static final Identity CELL = identity("a.B.c", "ss", 1, "ms/op", "variant", "AO");

  private static Identity identity(
      String benchmark, String mode, int threads, String unit, String... params) {
    SortedMap<String, String> named = new TreeMap<>();
    for (int i = 0; i < params.length; i += 2) {
      named.put(params[i], params[i + 1]);
    }
    return new Identity(benchmark, mode, named, threads, unit);
  }

  private static Identity of(String... params) {
    return identity("a.B.c", "ss", 1, "ms/op", params);
  }

  @Test
  void everyPartTellsCellsApart() {
    assertThat(CELL).isEqualTo(of("variant", "AO")).hasSameHashCodeAs(of("variant", "AO"));
    assertThat(
            List.of(
                identity("a.B.d", "ss", 1, "ms/op", "variant", "AO"),
                identity("a.B.c", "avgt", 1, "ms/op", "variant", "AO"),
                identity("a.B.c", "ss", 2, "ms/op", "variant", "AO"),
                identity("a.B.c", "ss", 1, "s/op", "variant", "AO"),
                of("variant", "AOCO"),
                of("variant", "AO", "indexes", "true")))
        .doesNotContain(CELL)
        .doesNotHaveDuplicates();
  }

  @Test
  void workloadsGoByTheSizeOfTheirNumbersAndVariantsStandSideBySide() {
    List<Identity> ordered =
        Arrays.asList(
            of("batchSize", "9000", "variant", "HEAP"),
            of("batchSize", "9000", "variant", "AO"),
            of("batchSize", "10000", "variant", "HEAP"),
            of("batchSize", "10000", "variant", "AO"),
            of("batchSize", "10000", "variant", "AOCO"),
            of("batchSize", "10000", "variant", "Z"),
            of("batchSize", "many", "variant", "HEAP"));
    List<Identity> cells = new ArrayList<>(ordered);
    Collections.reverse(cells);
    Collections.sort(cells);

    assertThat(cells).isEqualTo(ordered);
  }
}
