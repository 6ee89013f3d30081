package storagebench.compare.render;

import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import storagebench.compare.Outcome;
import storagebench.compare.table.Words;
import storagebench.compare.verdict.Row;
import storagebench.compare.verdict.Verdict;

/**
 * For build servers: JUnit's XML (the schema of Jenkins' xUnit plug-in), one test a cell and
 * metric. A regression is a failure, what is not comparable an error, what is inconclusive skipped,
 * or a failure where the caller asked to be told. No times of day: the same input, the same bytes.
 */
final class JUnitRenderer {
  /** What XML 1.0 cannot hold, however it is escaped. */
  private static final Pattern NOT_XML =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  private final XMLStreamWriter xml;
  private final boolean inconclusiveFails;

  private JUnitRenderer(XMLStreamWriter xml, boolean inconclusiveFails) {
    this.xml = xml;
    this.inconclusiveFails = inconclusiveFails;
  }

  static String render(Judged judged) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      new JUnitRenderer(xml, judged.outcome() == Outcome.INCONCLUSIVE)
          .suite(judged.comparison().rows());
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.append("\n").toString();
  }

  private void suite(List<Row> rows) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeCharacters("\n");
    xml.writeStartElement("testsuite");
    attribute("name", "compare");
    attribute("tests", Integer.toString(rows.size()));
    attribute("failures", Long.toString(rows.stream().filter(this::fails).count()));
    attribute("errors", count(rows, Verdict.NOT_COMPARABLE));
    attribute("skipped", inconclusiveFails ? "0" : count(rows, Verdict.INCONCLUSIVE));
    for (Row row : rows) {
      xml.writeCharacters("\n  ");
      test(row);
    }
    xml.writeCharacters("\n");
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void test(Row row) throws XMLStreamException {
    xml.writeStartElement("testcase");
    attribute("classname", row.identity().benchmark());
    attribute("name", Words.unique(row));
    if (fails(row)) {
      message("failure", row);
    } else if (row.verdict() == Verdict.NOT_COMPARABLE) {
      message("error", row);
    } else if (row.verdict() == Verdict.INCONCLUSIVE) {
      message("skipped", row);
    } else {
      xml.writeStartElement("system-out");
      xml.writeCharacters(printable(Words.sentence(row)));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private void message(String element, Row row) throws XMLStreamException {
    xml.writeEmptyElement(element);
    attribute("message", Words.sentence(row));
  }

  private boolean fails(Row row) {
    return row.verdict() == Verdict.REGRESSION
        || (inconclusiveFails && row.verdict() == Verdict.INCONCLUSIVE);
  }

  private static String count(List<Row> rows, Verdict verdict) {
    return Long.toString(rows.stream().filter(row -> row.verdict() == verdict).count());
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, printable(value));
  }

  private static String printable(String text) {
    return NOT_XML.matcher(text).replaceAll("\uFFFD");
  }
}
