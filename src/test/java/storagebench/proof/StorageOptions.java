package storagebench.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import storagebench.choose.Contender;
import storagebench.choose.Front;

/**
 * Contenders whose true sizes and times lie as those of storage options do: a few formats, each
 * with compressors, each of several levels, in several block sizes that hardly matter. Every race
 * draws its own. Sizes are 60 to 400 bytes a row, and times differ by a factor of 3 at most.
 */
final class StorageOptions {
  /** Size by that without compression, and logarithm of time less that without compression. */
  private record Codec(String name, double size, double cost) {}

  private static final List<Codec> CODECS =
      List.of(
          new Codec("none", 1, 0),
          new Codec("rle 1", 0.75, 0.02),
          new Codec("rle 2", 0.62, 0.12),
          new Codec("rle 4", 0.55, 0.30),
          new Codec("zstd 1", 0.45, 0.06),
          new Codec("zstd 2", 0.44, 0.08),
          new Codec("zstd 3", 0.43, 0.12),
          new Codec("zstd 5", 0.41, 0.20),
          new Codec("zstd 7", 0.40, 0.26),
          new Codec("zstd 9", 0.395, 0.34),
          new Codec("zstd 12", 0.39, 0.50),
          new Codec("zstd 15", 0.38, 0.70),
          new Codec("zstd 19", 0.36, 0.95),
          new Codec("zlib 1", 0.47, 0.18),
          new Codec("zlib 3", 0.455, 0.24),
          new Codec("zlib 6", 0.43, 0.42),
          new Codec("zlib 9", 0.425, 0.80));

  /** Four block sizes. */
  private static final double[][] BLOCKS = {{1.03, 0.02}, {1, 0}, {0.99, -0.005}, {0.985, 0.015}};

  private StorageOptions() {}

  /** So many of them, at random. */
  static List<Front.Point> draw(int contenders, Random random) {
    double heap = 180 * StrictMath.exp(0.6 * random.nextDouble());
    double dear = 0.6 + 0.4 * random.nextDouble();
    List<Front.Point> all = new ArrayList<>();
    all.add(point("HEAP", heap, 0.05 + 0.1 * random.nextGaussian()));
    for (String format : List.of("AO", "AOCO")) {
      double size = heap * (format.equals("AO") ? 0.85 : 0.8) * vary(0.02, random);
      double time = 0.05 * random.nextGaussian();
      for (Codec codec : CODECS) {
        double cost = time + dear * codec.cost + 0.02 * random.nextGaussian();
        double codecSize = size * codec.size * vary(0.02, random);
        for (int block = 0; block < BLOCKS.length; block++) {
          all.add(
              point(
                  format + " " + codec.name + " " + block,
                  codecSize * BLOCKS[block][0] * vary(0.001, random),
                  cost + BLOCKS[block][1] + 0.01 * random.nextGaussian()));
        }
      }
    }
    Collections.shuffle(all, random);
    return all.subList(0, contenders);
  }

  /**
   * All on the front, and each faster than the next smaller by next to nothing more than the
   * margin: no others are dropped by mistake as easily.
   */
  static List<Front.Point> atTheMargin(int contenders, double margin) {
    return IntStream.range(0, contenders)
        .mapToObj(i -> point("c" + i, 60.0 + i, -i * (margin + 1e-9)))
        .toList();
  }

  private static Front.Point point(String name, double bytes, double logTime) {
    return new Front.Point(new Contender(name, bytes), logTime);
  }

  private static double vary(double deviation, Random random) {
    return StrictMath.exp(deviation * random.nextGaussian());
  }
}
