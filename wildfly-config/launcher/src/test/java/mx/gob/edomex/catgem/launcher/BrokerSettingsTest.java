package mx.gob.edomex.catgem.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The broker inside a node and the one outside of it are written in two languages and must say the same. */
class BrokerSettingsTest {

    private static final Path CONFIGURATION = Path.of("..", "src", "main");
    private static final Pattern ADDRESS = Pattern.compile("address-setting=(fila\\S*|catgem\\S*):add\\((.*)\\)");
    private static final Pattern QUEUE = Pattern.compile(
            "server=default/queue=(\\S+):add\\(queue-address=(\\S+?),routing-type=(\\w+),durable=true\\)");
    private static final Pattern DEAD =
            Pattern.compile("address-setting=#:write-attribute\\(name=dead-letter-address,value=(\\S+)\\)");

    @Test
    void addressesAreTreatedAlike() throws Exception {
        Map<String, Map<String, String>> inside = new TreeMap<>();
        for (Matcher found : found(ADDRESS)) {
            inside.put(found.group(1), settings(found.group(2)));
        }
        assertThat(inside).hasSize(3);

        Map<String, Map<String, String>> outside = new TreeMap<>();
        for (Element setting : elements(outside(), "address-setting")) {
            outside.put(setting.getAttribute("match"), settings(setting));
        }
        Map<String, String> everythingElse = outside.remove("#");
        assertThat(outside).isEqualTo(inside);
        assertThat(everythingElse)
                .containsEntry("dead-letter-address", found(DEAD).get(0).group(1));
    }

    @Test
    void queuesAreTheSame() throws Exception {
        List<String> inside = found(QUEUE).stream()
                .map(queue -> queue.group(1) + " at " + queue.group(2) + " " + queue.group(3))
                .toList();
        assertThat(inside).hasSize(3);

        List<String> outside = new ArrayList<>();
        for (Element address : elements(outside(), "address")) {
            for (Element anycast : elements(address, "anycast")) {
                elements(anycast, "queue")
                        .forEach(queue -> outside.add(
                                queue.getAttribute("name") + " at " + address.getAttribute("name") + " ANYCAST"));
            }
        }
        assertThat(outside).isEqualTo(inside);
    }

    @Test
    void theJournalIsWrittenAlike() throws Exception {
        String inside = Files.readString(CONFIGURATION.resolve("cli/30-single.cli"));
        for (String attribute : List.of("journal-type", "journal-buffer-timeout")) {
            String value = elements(outside(), attribute).get(0).getTextContent();
            assertThat(inside).contains("(name=" + attribute + ",value=" + value + ")");
        }
    }

    private static List<Matcher> found(Pattern pattern) throws IOException {
        List<Matcher> matches = new ArrayList<>();
        try (Stream<String> lines = Files.lines(CONFIGURATION.resolve("cli/30-single.cli"))) {
            for (String line : lines.toList()) {
                Matcher matcher = pattern.matcher(line);
                if (!line.startsWith("#") && matcher.find()) {
                    matches.add(matcher);
                }
            }
        }
        return matches;
    }

    private static Map<String, String> settings(String attributes) {
        Map<String, String> settings = new TreeMap<>();
        for (String pair : attributes.split(",")) {
            String[] parts = pair.split("=");
            settings.put(parts[0].equals("redelivery-multiplier") ? "redelivery-delay-multiplier" : parts[0], parts[1]);
        }
        return settings;
    }

    private static Map<String, String> settings(Element element) {
        Map<String, String> settings = new TreeMap<>();
        elements(element, "*").forEach(each -> settings.put(each.getLocalName(), each.getTextContent()));
        return settings;
    }

    private static Document outside() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(CONFIGURATION.resolve("broker/broker.xml").toFile());
    }

    private static List<Element> elements(org.w3c.dom.Node parent, String name) {
        NodeList found = parent instanceof Document document
                ? document.getElementsByTagNameNS("*", name)
                : ((Element) parent).getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
