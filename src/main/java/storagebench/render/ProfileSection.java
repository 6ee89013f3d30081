package storagebench.render;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import storagebench.UserError;
import storagebench.compare.ProfilePair;
import storagebench.results.Plan;

/**
 * What profilers have kept of each cell, as links from the page of a run or of a comparison, and
 * the plans where those of both sides differ in shape.
 *
 * @param sides what a column of links is of
 * @param lines a cell each
 * @param plans the cells whose plans differ
 */
public record ProfileSection(List<String> sides, List<Line> lines, List<Plans> plans) {
  private static final String PLAN = "explain.json";

  private static final Map<String, String> NAMES =
      Map.of(
          "flame.html",
          "flame graph",
          "flame.collapsed",
          "its stacks",
          "flame-difference.html",
          "what differs",
          PLAN,
          "plan");

  /** The links of a cell, a list for each side. */
  public record Line(String cell, List<List<Link>> sides) {}

  /** A file, relative to the page. */
  public record Link(String text, String address) {}

  /** The plans of a cell, as lines of outlines. */
  public record Plans(String cell, List<String> baseline, List<String> candidate) {}

  /**
   * The section of a run; nothing where nothing was kept.
   *
   * @param profiles files by cell and name
   * @param page the folder that the page is in
   */
  static Optional<ProfileSection> of(
      SortedMap<String, SortedMap<String, Path>> profiles, Path page) {
    List<Line> lines =
        profiles.entrySet().stream()
            .map(cell -> new Line(name(cell.getKey()), List.of(links(cell.getValue(), page))))
            .toList();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new ProfileSection(List.of("files"), lines, List.of()));
  }

  /**
   * The section of a comparison; nothing where nothing was kept.
   *
   * @param page the folder that the page is in
   */
  static Optional<ProfileSection> of(List<ProfilePair> profiles, Path page) {
    List<Line> lines = new ArrayList<>();
    List<Plans> plans = new ArrayList<>();
    for (ProfilePair pair : profiles) {
      String cell = name(pair.cell());
      lines.add(
          new Line(cell, List.of(links(pair.baseline(), page), links(pair.candidate(), page))));
      plans(pair, cell).ifPresent(plans::add);
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new ProfileSection(List.of("baseline", "candidate"), lines, plans));
  }

  private static String name(String cell) {
    return cell.replace(',', ' ');
  }

  private static List<Link> links(SortedMap<String, Path> files, Path page) {
    return files.entrySet().stream()
        .map(
            file ->
                new Link(
                    NAMES.getOrDefault(file.getKey(), file.getKey()),
                    address(page.toAbsolutePath().relativize(file.getValue().toAbsolutePath()))))
        .toList();
  }

  private static String address(Path file) {
    try {
      return new URI(null, null, "./" + file.toString().replace('\\', '/'), null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(file.toString(), e);
    }
  }

  private static Optional<Plans> plans(ProfilePair pair, String cell) {
    Optional<String> before = outline(pair.baseline().get(PLAN));
    Optional<String> after = outline(pair.candidate().get(PLAN));
    return before.isEmpty() || after.isEmpty() || before.equals(after)
        ? Optional.empty()
        : Optional.of(new Plans(cell, before.get().lines().toList(), after.get().lines().toList()));
  }

  /** Empty where there is no plan that can be read. */
  private static Optional<String> outline(Path file) {
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Plan.parse(Files.readString(file)).outline());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UserError(file + ": cannot be read: " + e, e);
    }
  }
}
