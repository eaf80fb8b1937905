package okienko.payments.rates;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import okienko.reference.Problem;
import okienko.reference.Row;
import okienko.reference.Sheet;

/**
 * NBP's two kinds of XML: a table as the bank's site offers it ({@code tabela_kursow}, numbers with a comma, {@code
 * przelicznik} units), described in its <a
 * href="https://nbp.pl/en/statistic-and-financial-reporting/rates/the-instruction-how-to-retrieve-currency-exchange-rates-from-the-nbp-website/">instruction</a>,
 * and as <a href="https://api.nbp.pl/en.html">its API</a> answers ({@code ArrayOfExchangeRatesTable}). Both pages read on
 * 28 November 2026.
 */
final class NbpXml {

    /** Elements that hold something, and the column it belongs to. */
    private static final Map<String, String> FIELDS = Map.of(
            "numer_tabeli", "table",
            "data_publikacji", "effectiveOn",
            "przelicznik", "units",
            "kod_waluty", "code",
            "kurs_sredni", "mid",
            "No", "table",
            "EffectiveDate", "effectiveOn",
            "Code", "code",
            "Mid", "mid");

    private static final List<String> ENTRIES = List.of("pozycja", "Rate");
    private static final List<String> TABLES = List.of("tabela_kursow", "ExchangeRatesTable");

    private NbpXml() {}

    /** Whether a file is XML at all. */
    static boolean recognises(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 200), StandardCharsets.ISO_8859_1);
        return start.replace("\u00EF\u00BB\u00BF", "").stripLeading().startsWith("<");
    }

    /** One row a rate. */
    static Sheet read(byte[] file) {
        List<Row> rows = new ArrayList<>();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(file));
            Map<String, String> table = new HashMap<>();
            Map<String, String> entry = table;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    String name = xml.getLocalName();
                    if (TABLES.contains(name)) table.clear();
                    if (ENTRIES.contains(name)) entry = new HashMap<>();
                    String field = FIELDS.get(name);
                    if (field != null) entry.put(field, xml.getElementText().strip());
                } else if (event == XMLStreamConstants.END_ELEMENT && ENTRIES.contains(xml.getLocalName())) {
                    if (rows.size() == Sheet.MAX_ROWS) return unusable(rows, xml, "rows", "" + Sheet.MAX_ROWS);
                    table.forEach(entry::putIfAbsent);
                    rows.add(new Row(xml.getLocation().getLineNumber(), entry, Map.of()));
                    entry = table;
                }
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            return new Sheet(rows, List.of(new Problem(line, "", "", "xml", "")));
        }
        return rows.isEmpty()
                ? new Sheet(rows, List.of(new Problem(1, "", "", "empty", "numer_tabeli, kod_waluty, kurs_sredni")))
                : new Sheet(rows, List.of());
    }

    private static Sheet unusable(List<Row> rows, XMLStreamReader xml, String kind, String example) {
        return new Sheet(rows, List.of(new Problem(xml.getLocation().getLineNumber(), "", "", kind, example)));
    }

    /** No DTD and no entity from outside: a file may come from anybody. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
