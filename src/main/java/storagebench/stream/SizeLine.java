package storagebench.stream;

import java.util.OptionalLong;
import storagebench.storage.Footprint;
import storagebench.storage.Variant;
import storagebench.stream.BatchRow.Place;

/**
 * The sizes of a table after a batch as a line of {@code sizes.csv}.
 *
 * @param uncompressedBytes null where the server does not say
 */
record SizeLine(
    int phase,
    Variant variant,
    int batch,
    long tableBytes,
    long indexBytes,
    long auxiliaryBytes,
    Long uncompressedBytes) {
  /** The file in a stream's folder. */
  static final String FILE = "sizes.csv";

  static SizeLine of(Place after, Footprint size) {
    OptionalLong uncompressed = size.uncompressed();
    return new SizeLine(
        after.phase().number(),
        after.variant(),
        after.batch(),
        size.table(),
        size.index(),
        size.auxiliary(),
        uncompressed.isPresent() ? uncompressed.getAsLong() : null);
  }

  /** After which batch of which table. */
  Place after() {
    return new Place(Phase.of(phase), variant, batch);
  }

  /** The sizes. */
  Footprint size() {
    return new Footprint(
        tableBytes,
        indexBytes,
        auxiliaryBytes,
        uncompressedBytes == null ? OptionalLong.empty() : OptionalLong.of(uncompressedBytes));
  }
}
