package storagebench.render;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import storagebench.choose.Choices;
import storagebench.choose.Contender;
import storagebench.choose.Dropped;
import storagebench.choose.FinishedRace;
import storagebench.choose.FinishedRace.Standing;
import storagebench.choose.Front;
import storagebench.choose.QueryTimes;
import storagebench.choose.RaceGoal;
import storagebench.statistics.Estimate;

/**
 * For programs: everything, as {@code storagebench/choose/choice-1.schema.json} in the jar
 * describes it. The records have its names; what could not be had is null.
 */
final class ChoiceJson {
  private static final int FORMAT = 1;

  private ChoiceJson() {}

  private record Document(int format, double error, Double rowsPerDay, List<RaceJson> races) {}

  private record RaceJson(
      String name,
      double margin,
      int rounds,
      boolean decided,
      double furtherTrials,
      List<CandidateJson> candidates,
      List<String> failed,
      List<PairJson> equal,
      List<UndecidedJson> undecided,
      List<String> front,
      Map<String, String> picks,
      Map<String, String> definitions,
      ReadingJson reading) {}

  private record CandidateJson(
      String name,
      String state,
      int trials,
      double rowsPerSecond,
      double bytesPerRow,
      double insertingMinutesPerDay,
      double gigabytesPerDay,
      DroppedJson dropped,
      String why) {}

  private record DroppedJson(int round, String by, String reason, Estimate speedup) {}

  private record PairJson(String smaller, String larger) {}

  private record UndecidedJson(
      String smaller, String larger, Estimate speedup, double furtherRounds) {}

  private record ReadingJson(
      List<String> queries, long limitSeconds, List<Integer> unlike, List<TimeJson> times) {}

  private record TimeJson(
      int query, String name, Estimate milliseconds, int times, boolean stopped) {}

  static String render(Choices choices) {
    Double rowsPerDay =
        choices.rowsPerDay().isPresent() ? choices.rowsPerDay().getAsDouble() : null;
    return JsonText.of(
        new Document(
            FORMAT,
            RaceGoal.ERROR,
            rowsPerDay,
            choices.all().stream().map(choice -> race(choices, choice)).toList()));
  }

  private static RaceJson race(Choices choices, FinishedRace choice) {
    return new RaceJson(
        choice.name(),
        choice.margin(),
        choice.race().rounds(),
        choice.race().decided(),
        choice.race().furtherTrials(),
        candidates(choices, choice),
        choice.failed(),
        choice.race().equal().stream()
            .map(pair -> new PairJson(pair.smaller().name(), pair.larger().name()))
            .toList(),
        choice.race().undecided().stream()
            .map(
                pair ->
                    new UndecidedJson(
                        pair.smaller().name(),
                        pair.larger().name(),
                        pair.speedup(),
                        pair.furtherRounds()))
            .toList(),
        choice.front().points().stream().map(Front.Point::contender).map(Contender::name).toList(),
        picks(choice, FinishedRace.Pick::name, pick -> pick.contender().name()),
        picks(choice, pick -> pick.contender().name(), pick -> choice.definition(pick.contender())),
        choice.reading().map(ChoiceJson::reading).orElse(null));
  }

  private static ReadingJson reading(QueryTimes reading) {
    return new ReadingJson(
        reading.queries(),
        reading.limit().toSeconds(),
        reading.unlike(),
        reading.lines().stream()
            .map(
                line ->
                    new TimeJson(
                        line.query(),
                        line.contender().name(),
                        line.milliseconds(),
                        line.times(),
                        line.stopped()))
            .toList());
  }

  private static Map<String, String> picks(
      FinishedRace choice,
      Function<FinishedRace.Pick, String> key,
      Function<FinishedRace.Pick, String> value) {
    return choice.picks().stream()
        .collect(Collectors.toMap(key, value, (one, same) -> one, LinkedHashMap::new));
  }

  private static List<CandidateJson> candidates(Choices choices, FinishedRace choice) {
    Map<Contender, Dropped> dropped =
        choice.race().dropped().stream()
            .collect(Collectors.toMap(Dropped::contender, Function.identity()));
    return choice.standings().stream()
        .map(standing -> candidate(choices, choice, standing, dropped.get(standing.contender())))
        .toList();
  }

  private static CandidateJson candidate(
      Choices choices, FinishedRace choice, Standing standing, Dropped dropped) {
    Contender contender = standing.contender();
    return new CandidateJson(
        contender.name(),
        label(standing.state()),
        standing.trials(),
        choice.rowsPerSecond(contender),
        contender.bytesPerRow(),
        choices.minutesPerDay(choice, contender),
        choices.gigabytesPerDay(contender),
        dropped == null
            ? null
            : new DroppedJson(
                dropped.round(), dropped.by().name(), label(dropped.reason()), dropped.speedup()),
        standing.text());
  }

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
