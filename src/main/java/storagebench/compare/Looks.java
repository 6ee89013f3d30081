package storagebench.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import storagebench.UserError;
import storagebench.compare.match.BuildRuns;
import storagebench.results.Interleaving;
import storagebench.statistics.GroupSequential;
import storagebench.statistics.Spending;

/** How often a duel looked at its results to see whether it could end. */
final class Looks {
  private Looks() {}

  /**
   * The looks, if there were any.
   *
   * @throws UserError if the sides hold more than the one session that was looked at: when it ended
   *     depended on what it had found, so it cannot be put together with others
   */
  static Optional<GroupSequential> of(BuildRuns baseline, BuildRuns candidate) {
    List<Interleaving> sessions =
        Stream.concat(baseline.sessions().stream(), candidate.sessions().stream()).toList();
    List<Interleaving> looked = sessions.stream().filter(s -> s.looks() != null).toList();
    if (looked.isEmpty()) {
      return Optional.empty();
    }
    Interleaving session = looked.get(0);
    if (looked.size() != 2
        || !looked.get(1).equals(session)
        || baseline.runs().size() + candidate.runs().size() != 2) {
      throw new UserError(
          "the duel "
              + session.session()
              + " ended when it was decided; compare its baseline with its candidate and with"
              + " nothing else");
    }
    return Optional.of(design(session));
  }

  private static GroupSequential design(Interleaving session) {
    Interleaving.Looks looks = session.looks();
    try {
      return new GroupSequential(
          Spending.valueOf(looks.spending().toUpperCase(Locale.ROOT)),
          looks.first(),
          looks.maximum());
    } catch (IllegalArgumentException | NullPointerException e) {
      throw new UserError(
          Interleaving.FILE + " of session " + session.session() + " has looks nobody can make", e);
    }
  }
}
