package storagebench.compare.match;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import storagebench.results.Cell;
import storagebench.results.DistinctFiles;
import storagebench.results.Fingerprint;
import storagebench.results.Fork;
import storagebench.results.Identity;
import storagebench.results.Interleaving;
import storagebench.results.Provenance;
import storagebench.results.Where;

/**
 * What was measured of one build, in one or more runs: the baseline or the candidate, or what
 * {@code calibrate} compares with its like.
 *
 * @param name what people call it
 * @param runs its result files; each counts once
 * @param copies the files that were left out because they are copies, one line each
 */
public record BuildRuns(String name, List<Run> runs, List<String> copies) {
  public BuildRuns {
    runs = List.copyOf(runs);
    copies = List.copyOf(copies);
  }

  /** A side of these runs, without copies. */
  public BuildRuns(String name, List<Run> runs) {
    this(name, runs, List.of());
  }

  /**
   * Reads JMH JSON files and run folders.
   *
   * @throws UserError if one of them cannot be read or is not JMH's JSON
   */
  public static BuildRuns read(String name, List<Path> paths) {
    DistinctFiles files = DistinctFiles.in(paths);
    return new BuildRuns(name, files.files().stream().map(Run::read).toList(), files.warnings());
  }

  /**
   * The cells that meet the conditions, each with the forks of all runs, in order.
   *
   * @throws storagebench.UserError if a key is unknown or nothing meets the conditions
   */
  public List<MeasuredCell> cells(List<Where> where) {
    Set<Identity> wanted =
        Where.filter(everything(), where).stream().map(Cell::identity).collect(Collectors.toSet());
    SortedMap<Identity, MeasuredCell> merged = new TreeMap<>();
    for (int i = 0; i < runs.size(); i++) {
      for (Cell cell : runs.get(i).results().cells()) {
        if (wanted.contains(cell.identity())) {
          merged.merge(cell.identity(), measured(cell, i), MeasuredCell::plus);
        }
      }
    }
    return List.copyOf(merged.values());
  }

  /** What its runs were after so many forks of each cell. */
  public BuildRuns after(int trials) {
    return new BuildRuns(name, runs.stream().map(run -> run.after(trials)).toList(), copies);
  }

  /** The fingerprints of the runs that have one. */
  public List<Fingerprint> fingerprints() {
    return runs.stream().flatMap(run -> run.fingerprint().stream()).toList();
  }

  /** What was read and does not count, one line each. */
  public List<String> warnings() {
    return Stream.concat(
            copies.stream(), runs.stream().flatMap(run -> run.results().warnings().stream()))
        .toList();
  }

  /** The sessions in which its runs were measured in turns with others. */
  public List<Interleaving> sessions() {
    return runs.stream().flatMap(run -> run.interleaving().stream()).toList();
  }

  /** Fields that its sessions made to differ from the other side's. */
  public Set<String> differs() {
    return sessions().stream().flatMap(s -> s.differs().stream()).collect(Collectors.toSet());
  }

  /** How many of its result files the other side has too, byte for byte. */
  public int sharedWith(BuildRuns other) {
    return (int) runs.stream().filter(other::has).count();
  }

  /** Whether the other side has the same result files and no more. */
  public boolean isSameAs(BuildRuns other) {
    return runs.stream().allMatch(other::has) && other.runs.stream().allMatch(this::has);
  }

  private boolean has(Run run) {
    return runs.stream().anyMatch(run::isSameAs);
  }

  /** When and where it was measured, and of which build. */
  public Provenance provenance() {
    return Provenance.of(runs.stream().map(Run::file).toList());
  }

  /** The cells of its runs, one after the other. */
  public List<Cell> everything() {
    return runs.stream().flatMap(run -> run.results().cells().stream()).toList();
  }

  private MeasuredCell measured(Cell cell, int run) {
    SortedMap<Round, Fork> forks = new TreeMap<>();
    SortedMap<Round, Path> files = new TreeMap<>();
    for (Fork fork : cell.forks()) {
      Round round = round(run, fork.index());
      forks.put(round, fork);
      files.put(round, runs.get(run).file());
    }
    return new MeasuredCell(cell.identity(), forks, files, cell.units());
  }

  private Round round(int run, int fork) {
    return runs.get(run)
        .interleaving()
        .map(session -> new Round(session.session(), session.roundOf(fork)))
        .orElseGet(() -> new Round(name + " run " + run, fork));
  }
}
