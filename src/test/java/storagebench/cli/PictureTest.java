package storagebench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import storagebench.fixture.Browser;

/**
 * The README's picture shows a kept run as the suite's page draws it. A comment before the picture
 * has the command and a checksum of the figures. To make the picture again: {@code mvn test
 * -Dtest=PictureTest -Dgolden.update=true}, with Chromium.
 */
@Tag("slow")
class PictureTest {
  private static final Path README = Path.of("README.md");
  private static final Path IMAGES = Path.of("docs/images");
  private static final List<String> SCHEMES = List.of("light", "dark");
  private static final int BYTES_TOGETHER = 200_000;
  private static final Pattern PICTURE = Pattern.compile("<!-- picture: (.*), figures (\\w+) -->");

  /** Chromium may still write its profile when it is asked to end. */
  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder;

  private String readme;
  private Matcher picture;

  @BeforeEach
  void makeReport() throws IOException {
    readme = Files.readString(README);
    picture = PICTURE.matcher(readme);
    assertThat(picture.find()).isTrue();
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    String command = picture.group(1) + " --out " + folder;
    assertThat(Main.run(command.split(" "), nowhere, nowhere)).as(command).isZero();
  }

  @Test
  void thePictureShowsTheFiguresOfTheKeptRun() throws Exception {
    String figures = figures();
    if (Boolean.getBoolean("golden.update")) {
      assumeTrue(
          Browser.program().isPresent(), "no chromium on the PATH: install Debian's chromium");
      draw();
      Files.writeString(
          README, new StringBuilder(readme).replace(picture.start(2), picture.end(2), figures));
    } else {
      assertThat(picture.group(2)).isEqualTo(figures);
    }
  }

  @Test
  void thePictureIsSmall() throws IOException {
    long bytes = 0;
    for (String scheme : SCHEMES) {
      bytes += Files.size(image(scheme));
    }
    assertThat(bytes).isLessThan(BYTES_TOGETHER);
  }

  private String figures() throws IOException {
    CRC32 sum = new CRC32();
    for (String table : List.of("throughput.csv", "forks.csv")) {
      sum.update(Files.readAllBytes(folder.resolve("csv").resolve(table)));
    }
    return Long.toHexString(sum.getValue());
  }

  private void draw() throws Exception {
    Files.createDirectories(IMAGES);
    try (Browser browser = Browser.start(folder.resolve("profile"))) {
      browser.call(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", 800, "height", 900, "deviceScaleFactor", 2, "mobile", false));
      for (String scheme : SCHEMES) {
        browser.call(
            "Emulation.setEmulatedMedia",
            Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        browser.open(folder.resolve("report.html"));
        Files.write(image(scheme), screenshot(browser));
      }
    }
  }

  private static byte[] screenshot(Browser browser) {
    JsonNode box =
        browser.evaluate(
            "(b => ({x: b.x + scrollX, y: b.y + scrollY, width: b.width, height: b.height}))"
                + "(document.getElementById('chart-throughput').getBoundingClientRect())");
    Map<String, Double> clip =
        Map.of(
            "x", box.get("x").asDouble(),
            "y", box.get("y").asDouble(),
            "width", box.get("width").asDouble(),
            "height", box.get("height").asDouble(),
            "scale", 1.0);
    JsonNode image =
        browser.call(
            "Page.captureScreenshot",
            Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
    return Base64.getDecoder().decode(image.get("data").asText());
  }

  private static Path image(String scheme) {
    return IMAGES.resolve("throughput-" + scheme + ".png");
  }
}
