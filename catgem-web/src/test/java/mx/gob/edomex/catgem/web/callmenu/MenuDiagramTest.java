package mx.gob.edomex.catgem.web.callmenu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.channel.phone.flow.CallFlow;
import mx.gob.edomex.catgem.channel.phone.flow.FlowFault;
import mx.gob.edomex.catgem.channel.phone.flow.FlowKind;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode;
import mx.gob.edomex.catgem.channel.phone.flow.FlowNode.MenuKey;
import mx.gob.edomex.catgem.web.callmenu.MenuDiagram.Box;
import mx.gob.edomex.catgem.web.callmenu.MenuDiagram.Mark;
import mx.gob.edomex.catgem.web.callmenu.MenuReading.Line;
import mx.gob.edomex.catgem.web.callmenu.MenuReading.Way;
import org.junit.jupiter.api.Test;

/** The menu as lines and as a drawing. */
class MenuDiagramTest {

    private static final Pattern ACROSS = Pattern.compile("M(\\d+) (\\d+)H(\\d+)");

    @Test
    void eachLineTellsWhatLeadsToItAndWhereItLeads() {
        Line topics = line("temas");
        assertThat(topics.ways())
                .containsExactly(
                        new Way("agua", List.of("1"), false, true),
                        new Way("general", List.of("0"), true, true),
                        new Way("emergencia", List.of("9"), false, true),
                        new Way("temas", List.of("*"), false, true));
        assertThat(topics.choice()).isFalse();
        assertThat(line("agua").choice()).isTrue();
        assertThat(line("espera").arrivals()).extracting(Way::other).containsExactly("agua", "general");
        assertThat(line("fila").ways()).containsExactly(new Way("encuesta", List.of(), true, true));
        assertThat(line("adios").arrivals()).containsExactly(new Way("encuesta", List.of("1…"), true, true));
        assertThat(line("saludo").arrivals()).isEmpty();
    }

    @Test
    void aFaultStandsBesideItsNodeAndThatOfAPromptBesideAllThatSayIt() {
        FlowFault ofTheNode = new FlowFault(FlowFault.Code.TOPIC_UNSERVED, "agua", "AGUA");
        FlowFault ofThePrompt = new FlowFault(FlowFault.Code.PROMPT_WITHOUT_WORDS, "anotada", "ES");
        FlowFault toKnow = new FlowFault(FlowFault.Code.PROMPT_NOT_RECORDED, "saludo", "ES");
        List<Line> lines = MenuReading.of(MenuFixture.menu(), List.of(ofTheNode, ofThePrompt, toKnow));
        assertThat(lines)
                .filteredOn(line -> !line.faults().isEmpty())
                .extracting(Line::name, Line::faulty)
                .containsExactly(tuple("agua", false), tuple("devolucion", true));
    }

    @Test
    void aWayToNowhereIsTold() {
        CallFlow menu = MenuFixture.menu().with("agua", new FlowNode.Topic("AGUA", "nada"));
        assertThat(MenuReading.of(menu, List.of()).stream()
                        .filter(one -> one.name().equals("agua"))
                        .flatMap(one -> one.ways().stream()))
                .containsExactly(new Way("nada", List.of(), true, false));
        assertThat(drawn(menu).boxes()).hasSize(12);
    }

    @Test
    void boxesStandOneBelowTheOtherInReadingOrderAndNothingLeavesTheDrawing() {
        MenuDiagram diagram = drawn(MenuFixture.menu());
        assertThat(diagram.boxes())
                .extracting(Box::name)
                .startsWith("saludo", "aviso", "idioma", "temas", "agua")
                .endsWith("adios");
        assertThat(diagram.width()).isEqualTo(360);
        int below = 0;
        for (Box box : diagram.boxes()) {
            assertThat(box.y()).isGreaterThan(below);
            below = box.y() + box.height();
            assertThat(box.x() + box.width()).isLessThan(diagram.width());
        }
        assertThat(diagram.height()).isGreaterThan(below);
        assertThat(numbers(diagram)).allMatch(number -> number >= 0 && number <= diagram.height());
    }

    @Test
    void noLineCrossesABox() {
        MenuDiagram diagram = drawn(MenuFixture.menu());
        Box any = diagram.boxes().get(0);
        diagram.ways().forEach(way -> {
            Matcher across = ACROSS.matcher(way.line());
            if (across.matches()) {
                int from = Integer.parseInt(across.group(1));
                int to = Integer.parseInt(across.group(3));
                assertThat(Math.max(from, to) <= any.x() || Math.min(from, to) >= any.x() + any.width())
                        .as(way.line())
                        .isTrue();
            }
        });
    }

    @Test
    void keysStandBesideTheirArrowsAndADashWhereNothingIsPressed() {
        assertThat(drawn(MenuFixture.menu()).marks()).extracting(Mark::text).containsExactly("1", "0 –", "9", "*");
    }

    @Test
    void twoMenusThatReachOverEachOtherHaveLanesOfTheirOwn() {
        CallFlow menu = MenuFixture.menu()
                .with(
                        "agua",
                        new FlowNode.Menu(
                                "agua", List.of(new MenuKey("1", "general"), new MenuKey("2", "fila")), "fila"));
        MenuDiagram diagram = drawn(menu);
        List<String> trunks = diagram.trunks().stream()
                .map(MenuDiagram.Path::line)
                .filter(line -> line.contains("V"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toList();
        assertThat(trunks).doesNotHaveDuplicates().hasSizeGreaterThan(1);
        assertThat(diagram.width()).isEqualTo(360);
    }

    @Test
    void anEmptyMenuIsAnEmptyDrawing() {
        MenuDiagram diagram = drawn(new CallFlow(0, "saludo", Map.of(), Map.of()));
        assertThat(diagram.boxes()).isEmpty();
        assertThat(diagram.height()).isPositive();
    }

    @Test
    void aBoxWithNothingElseToSayHasItsNameInTheMiddle() {
        MenuDiagram diagram = MenuDiagram.of(
                MenuReading.of(MenuFixture.menu(), List.of()),
                line -> new MenuDiagram.Words(line.name(), line.kind() == FlowKind.LINE ? "" : "palabras"));
        assertThat(diagram.boxes()).allSatisfy(box -> {
            int room = box.titleAt() - box.y();
            assertThat(room > box.height() / 2).isEqualTo(box.kind() == FlowKind.LINE);
        });
    }

    @Test
    void wordsThatDoNotFitAreCut() {
        MenuDiagram diagram = MenuDiagram.of(
                MenuReading.of(MenuFixture.menu(), List.of()),
                line -> new MenuDiagram.Words(line.name(), "palabra ".repeat(30)));
        assertThat(diagram.boxes()).allSatisfy(box -> {
            assertThat(box.detail()).endsWith("…");
            assertThat(box.detail().length() * 6).isLessThan(box.width());
        });
    }

    private static List<Integer> numbers(MenuDiagram diagram) {
        List<Integer> numbers = new ArrayList<>();
        List<MenuDiagram.Path> all = new ArrayList<>(diagram.ways());
        all.addAll(diagram.trunks());
        all.forEach(path -> Pattern.compile("-?\\d+")
                .matcher(path.line())
                .results()
                .forEach(found -> numbers.add(Integer.valueOf(found.group()))));
        return numbers;
    }

    private static Line line(String name) {
        return MenuReading.of(MenuFixture.menu(), List.of()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MenuDiagram drawn(CallFlow menu) {
        return MenuDiagram.of(
                MenuReading.of(menu, List.of()),
                line -> new MenuDiagram.Words(line.name(), line.kind().name()));
    }
}
