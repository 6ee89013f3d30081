package storagebench.report.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import storagebench.results.Cell;
import storagebench.results.Fingerprint;
import storagebench.results.Identity;
import storagebench.results.Key;

/**
 * What the tables are made from: the cells that were asked for and what to compare them with.
 *
 * @param cells the rows, in order
 * @param keys what tells them apart
 * @param fingerprints what the runs were measured on
 * @param speed what throughput is compared with
 * @param size what sizes are compared with
 * @param byIdentity the cells, to be found
 */
public record Study(
    List<Cell> cells,
    List<Key> keys,
    List<Fingerprint> fingerprints,
    Reference speed,
    Reference size,
    Map<Identity, Cell> byIdentity) {

  /** A study of these cells, indexed. */
  public static Study of(
      List<Cell> cells, List<Fingerprint> fingerprints, Reference speed, Reference size) {
    Map<Identity, Cell> byIdentity =
        cells.stream().collect(Collectors.toMap(Cell::identity, Function.identity()));
    return new Study(cells, Key.of(cells), fingerprints, speed, size, byIdentity);
  }

  /**
   * The cell that differs from this one in nothing but the value of the key. Where another variant
   * or compressor was measured with no options like this one's, it is the only cell of that value.
   */
  public Optional<Cell> sibling(Cell cell, Key key, String value) {
    if (key.of(cell.identity()).isEmpty()) {
      return Optional.empty();
    }
    Optional<Cell> alike = Optional.ofNullable(byIdentity.get(key.set(cell.identity(), value)));
    boolean hasOptions = key.equals(Key.VARIANT) || key.equals(Key.COMPRESSTYPE);
    return alike.isPresent() || !hasOptions ? alike : onlyOther(cell, key, value);
  }

  private Optional<Cell> onlyOther(Cell cell, Key key, String value) {
    Identity rest = withoutOptions(key, cell);
    List<Cell> others =
        cells.stream()
            .filter(c -> key.of(c.identity()).filter(value::equals).isPresent())
            .filter(c -> withoutOptions(key, c).equals(rest))
            .toList();
    return others.size() == 1 ? Optional.of(others.get(0)) : Optional.empty();
  }

  private static Identity withoutOptions(Key key, Cell cell) {
    Identity rest = key.dropFrom(cell.identity());
    return key.equals(Key.COMPRESSTYPE) ? Key.COMPRESSLEVEL.dropFrom(rest) : rest;
  }

  /** The cells in groups whose members differ in nothing but the key. */
  public Map<Identity, List<Cell>> groupsBy(Key key) {
    return cells.stream()
        .filter(c -> key.of(c.identity()).isPresent())
        .collect(
            Collectors.groupingBy(
                c -> key.dropFrom(c.identity()), LinkedHashMap::new, Collectors.toList()));
  }

  /** Whether the cells differ in this key; of an option, those to which it applies. */
  public boolean varies(Key key) {
    long values = cells.stream().flatMap(c -> key.of(c.identity()).stream()).distinct().count();
    return values > 1 || values == 1 && !key.isOption() && tellsCellsOfAMethodApart(key);
  }

  /** Whether some cells of one method have it and others do not. */
  private boolean tellsCellsOfAMethodApart(Key key) {
    return cells.stream()
        .map(Cell::identity)
        .collect(
            Collectors.groupingBy(
                Identity::benchmark,
                Collectors.mapping(i -> key.of(i).isPresent(), Collectors.toSet())))
        .values()
        .stream()
        .anyMatch(has -> has.size() > 1);
  }

  /** The storage variants that were measured. */
  public Set<String> variants() {
    return cells.stream()
        .flatMap(c -> Key.VARIANT.of(c.identity()).stream())
        .collect(Collectors.toSet());
  }

  /** The keys without one. */
  public List<Key> keysWithout(Key key) {
    return keys.stream().filter(k -> !k.equals(key)).toList();
  }
}
