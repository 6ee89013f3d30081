package storagebench.render;

import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import storagebench.compare.Comparison;
import storagebench.compare.VerdictText;
import storagebench.compare.match.CellName;
import storagebench.compare.verdict.OneSided;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Verdict;

/**
 * For build servers: JUnit's XML (the schema of Jenkins' xUnit plug-in), one test a cell and
 * metric. A regression is a failure, what is not comparable an error, what is inconclusive skipped,
 * or a failure where the caller asked to be told. A cell or metric in one side only is a skipped
 * test, and a comparison of nothing one error, because a suite without tests reads as green. No
 * times of day: the same input, the same bytes.
 */
final class JUnitRenderer {
  /** What XML 1.0 cannot hold, however it is escaped. */
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter xml;
  private final Set<Row> failing;

  private JUnitRenderer(XMLStreamWriter xml, ComparisonResult judged) {
    this.xml = xml;
    this.failing = judged.failing();
  }

  static String render(ComparisonResult judged) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new JUnitRenderer(xml, judged).suite(judged);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.append("\n").toString();
  }

  private void suite(ComparisonResult judged) throws XMLStreamException {
    Comparison comparison = judged.comparison();
    List<Row> rows = comparison.rows();
    int nothing = rows.isEmpty() ? 1 : 0;
    int oneSided = comparison.onlyBaseline().size() + comparison.onlyCandidate().size();
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    attribute("name", "compare");
    attribute("tests", rows.size() + oneSided + nothing);
    attribute("failures", failing.size());
    attribute("errors", comparison.count(Verdict.NOT_COMPARABLE) + nothing);
    attribute(
        "skipped",
        oneSided
            + rows.stream()
                .filter(row -> row.verdict().isInconclusive() && !failing.contains(row))
                .count());
    for (Row row : rows) {
      test(row);
    }
    if (rows.isEmpty()) {
      test("compare", "cells on both sides", "error", judged.headline());
    }
    oneSided(comparison.onlyBaseline(), "baseline");
    oneSided(comparison.onlyCandidate(), "candidate");
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void test(Row row) throws XMLStreamException {
    String name = VerdictText.name(row);
    String benchmark = row.identity().benchmark();
    String sentence = VerdictText.sentence(row);
    if (failing.contains(row)) {
      test(benchmark, name, "failure", sentence);
    } else if (row.verdict() == Verdict.NOT_COMPARABLE) {
      test(benchmark, name, "error", sentence);
    } else if (row.verdict().isInconclusive()) {
      test(benchmark, name, "skipped", sentence);
    } else {
      begin(benchmark, name);
      xml.writeStartElement("system-out");
      xml.writeCharacters(printable(sentence));
      xml.writeEndElement();
      xml.writeEndElement();
    }
  }

  private void oneSided(List<OneSided> missing, String side) throws XMLStreamException {
    for (OneSided one : missing) {
      String name =
          CellName.of(one.cell()) + one.measure().map(metric -> " " + metric.name()).orElse("");
      test(one.cell().benchmark(), name, "skipped", "only in the " + side + ": not compared");
    }
  }

  private void test(String benchmark, String name, String element, String message)
      throws XMLStreamException {
    begin(benchmark, name);
    xml.writeEmptyElement(element);
    attribute("message", message);
    xml.writeEndElement();
  }

  private void begin(String benchmark, String name) throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testcase");
    attribute("classname", benchmark);
    attribute("name", name);
  }

  private void attribute(String name, long count) throws XMLStreamException {
    xml.writeAttribute(name, Long.toString(count));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, printable(value));
  }

  private static String printable(String text) {
    return NOT_XML.matcher(text).replaceAll("\uFFFD");
  }
}
