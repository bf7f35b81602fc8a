package mx.gob.edomex.catgem.web.quality;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mx.gob.edomex.catgem.contact.ContactQueries;
import mx.gob.edomex.catgem.contact.ListChoices;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Fact;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.quality.QualityLists;
import mx.gob.edomex.catgem.quality.QualityPage;
import mx.gob.edomex.catgem.web.shell.Downloads;
import mx.gob.edomex.catgem.web.shell.Person;

/** A list behind a figure: filters, pages, export. */
abstract class ListView<T> extends PeriodView {

    @Inject
    transient QualityLists lists;

    @Inject
    transient ContactQueries contacts;

    @Inject
    transient Exports exports;

    @Inject
    transient Person person;

    private String step;
    private String advisor;
    private int number = 1;
    private transient QualityPage<T> found;
    private transient ListChoices choices;

    abstract QualityPage<T> read(int page);

    abstract String page();

    public QualityPage<T> getFound() {
        if (found == null) {
            found = read(Math.max(1, number));
        }
        return found;
    }

    public ListChoices getChoices() {
        if (choices == null) {
            choices = contacts.choices(QualityWords.language());
        }
        return choices;
    }

    /** The filters beside the period, as they stand in an address. */
    Map<String, Object> asked() {
        Map<String, Object> asked = new TreeMap<>();
        asked.put("step", known(step));
        asked.put("advisor", known(advisor));
        return asked;
    }

    /** The address of another page of the same list. */
    public String page(int other) {
        Map<String, Object> asked = asked();
        asked.put("page", other);
        return link(page(), getFilter(), asked);
    }

    /** The report this list came from. */
    public String getReportLink() {
        return link("conformity", getFilter(), Map.of());
    }

    List<Fact> facts(String chosen) {
        List<Fact> facts = facts(getFound().found());
        facts.add(new Fact(QualityWords.text("export.chosen"), chosen));
        facts.add(new Fact(QualityWords.text("export.step"), step));
        facts.add(new Fact(QualityWords.text("export.advisor"), advisor));
        facts.add(new Fact(QualityWords.text("export.own"), getFound().own()));
        return facts;
    }

    void send(Export export, ExportFormat format) throws IOException {
        Downloads.send(exports.write(export, format, person.getRole()));
    }

    public List<ExportFormat> getFormats() {
        return List.of(ExportFormat.values());
    }

    public String getStep() {
        return step;
    }

    public void setStep(String step) {
        this.step = step;
    }

    public String getAdvisor() {
        return advisor;
    }

    public void setAdvisor(String advisor) {
        this.advisor = advisor;
    }

    public int getNumber() {
        return number;
    }

    public void setNumber(int number) {
        this.number = number;
    }
}
