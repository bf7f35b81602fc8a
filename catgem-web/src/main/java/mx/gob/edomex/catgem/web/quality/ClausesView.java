package mx.gob.edomex.catgem.web.quality;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.iso.ClauseMap;
import mx.gob.edomex.catgem.iso.ClauseMap.Edition;
import mx.gob.edomex.catgem.iso.ClauseMap.Evidence;
import mx.gob.edomex.catgem.iso.ClauseMaps;
import mx.gob.edomex.catgem.iso.EvidenceSource;
import mx.gob.edomex.catgem.iso.IsoWords;
import mx.gob.edomex.catgem.iso.Light;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.web.shell.Downloads;
import mx.gob.edomex.catgem.web.shell.PageLanguage;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Places;

/** The map of an edition of the standard; the newest, when none is asked for. */
@Named
@RequestScoped
public class ClausesView {

    @Inject
    HttpServletRequest request;

    @Inject
    ClauseMaps maps;

    @Inject
    Exports exports;

    @Inject
    Places places;

    @Inject
    Person person;

    @Inject
    PageLanguage language;

    private List<Edition> editions;
    private ClauseMap map;

    private Language reader() {
        return Language.of(language.getLocale());
    }

    public List<Edition> getEditions() {
        if (editions == null) {
            editions = maps.editions(reader());
        }
        return editions;
    }

    public ClauseMap getMap() {
        if (map == null) {
            map = maps.of(Parameters.text(request, "edition"), reader())
                    .or(() -> maps.of(getEditions().get(0).code(), reader()))
                    .orElseThrow();
        }
        return map;
    }

    public List<Light> getLights() {
        return List.of(Light.values());
    }

    public String of(String kind, Object code) {
        return words().of(kind, code);
    }

    public String title() {
        return words().text("clauses.title", getMap().edition().name());
    }

    public String figures(Evidence evidence) {
        return words().figures(evidence);
    }

    private IsoWords words() {
        return IsoWords.in(reader());
    }

    /** Colour; the word and the sign say the same. */
    public String tone(Light light) {
        return switch (light) {
            case GREEN -> "ok";
            case AMBER -> "warn";
            case RED -> "danger";
        };
    }

    public String icon(Light light) {
        return switch (light) {
            case GREEN -> "pi-check-circle";
            case AMBER -> "pi-exclamation-circle";
            case RED -> "pi-times-circle";
        };
    }

    /** The page where the records are, or empty when the reader may not go there. */
    public String href(EvidenceSource source) {
        String page = page(source);
        boolean open = places.getAll().stream().anyMatch(place -> place.key().equals(page.replaceAll("\\?.*", "")));
        return open ? page.replaceFirst("\\?|$", ".xhtml$0") : "";
    }

    private static String page(EvidenceSource source) {
        return switch (source) {
            case PROCEDURES -> "procedures";
            case ROUTING_RULES -> "routing";
            case PRIVACY_NOTICE -> "iso?report=ISO_01";
            case LOG -> "evidence";
            case RECOUNTS -> "recounts";
            case OBJECTIVES, INDICATORS -> "objectives";
            case SURVEYS -> "figures";
            case TRAINING -> "training";
            case CONFORMITY -> "conformity";
            case TRIAGE -> "candidates";
            case ACTIONS, EFFECTS -> "nonconformities";
            case AUDITS -> "audits";
            case REVIEWS, DECISIONS -> "reviews";
            case KNOWLEDGE -> "entry";
            case AGREEMENTS, WRONG_INFORMATION -> "iso?report=ISO_05";
            case DISPOSALS -> "disposals";
            case CLIMATE -> "accounts";
        };
    }

    public void export(ExportFormat format) throws IOException {
        Downloads.send(exports.write(ClauseMaps.export(getMap(), reader()), format, person.getRole()));
    }
}
