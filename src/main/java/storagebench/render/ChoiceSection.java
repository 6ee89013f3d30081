package storagebench.render;

import java.util.List;
import storagebench.choose.Choices;

/**
 * What came of races, as the template {@code choice.jte} shows it above the tables.
 *
 * @param sentences what has to be known beside the heading
 * @param charts one a race
 * @param definitions lines of the CREATE TABLE of each pick
 */
public record ChoiceSection(
    List<String> sentences, List<FrontChart> charts, List<String> definitions) {
  /** The section; the first sentence is the page's heading. */
  static ChoiceSection of(Choices choices) {
    return new ChoiceSection(
        choices.sentences().stream().skip(1).toList(),
        choices.all().stream().map(FrontChart::of).toList(),
        choices.definitions().lines().toList());
  }
}
