package mx.gob.edomex.catgem.web.quality;

import static mx.gob.edomex.catgem.web.quality.QualityWords.text;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Table;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.quality.DeviationCard;
import mx.gob.edomex.catgem.quality.DeviationCode;
import mx.gob.edomex.catgem.quality.ExecutionPart;
import mx.gob.edomex.catgem.quality.QualityLists;
import mx.gob.edomex.catgem.quality.QualityPage;

/** The deviations of a period. */
@Named
@ViewScoped
public class DeviationsView extends ListView<DeviationCard> {

    @Inject
    transient QualityWords words;

    private String code;

    public DeviationCode getChosen() {
        return Stream.of(DeviationCode.values())
                .filter(one -> one.name().equals(code))
                .findFirst()
                .orElse(null);
    }

    public List<DeviationCode> getCodes() {
        return List.of(DeviationCode.values());
    }

    @Override
    QualityPage<DeviationCard> read(int page) {
        return lists.deviations(choice(), page, QualityWords.language());
    }

    private QualityLists.Choice choice() {
        return new QualityLists.Choice(
                getFilter(), known(getStep()), known(getAdvisor()), getChosen(), ExecutionPart.ALL);
    }

    @Override
    Map<String, Object> asked() {
        Map<String, Object> asked = super.asked();
        asked.put("code", getChosen());
        return asked;
    }

    @Override
    String page() {
        return "deviations";
    }

    public void export(ExportFormat format) throws IOException {
        send(
                new Export(
                        "DEVIATIONS",
                        text("deviations.title"),
                        QualityWords.language(),
                        facts(getChosen() == null ? text("filter.all") : text("deviation." + getChosen())),
                        refs(),
                        List.of(new Table(
                                text("deviations.title"),
                                ConformityExport.columns(
                                        "col.code",
                                        "col.what",
                                        "col.folio",
                                        "col.procedure",
                                        "col.version",
                                        "col.step",
                                        "col.finding",
                                        "col.value",
                                        "col.allowed",
                                        "col.advisor",
                                        "col.at",
                                        "col.found.at"),
                                row -> lists.eachDeviation(
                                        choice(), QualityWords.language(), card -> row.accept(cells(card)))))),
                format);
    }

    private List<Object> cells(DeviationCard card) {
        return Arrays.asList(
                card.code().name(),
                text("deviation." + card.code()),
                card.folio() == null ? card.execution().toString() : card.folio(),
                card.procedure(),
                card.version(),
                card.stepCode(),
                words.finding(card),
                card.measured(),
                card.allowed(),
                card.advisorName() == null ? card.advisor() : card.advisorName(),
                card.at(),
                card.foundAt());
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }
}
