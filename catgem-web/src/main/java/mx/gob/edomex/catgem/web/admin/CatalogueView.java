package mx.gob.edomex.catgem.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mx.gob.edomex.catgem.administration.Catalogue;
import mx.gob.edomex.catgem.administration.CatalogueField;
import mx.gob.edomex.catgem.administration.CatalogueRefused;
import mx.gob.edomex.catgem.administration.CatalogueRow;
import mx.gob.edomex.catgem.administration.CatalogueRows;
import mx.gob.edomex.catgem.administration.CatalogueRules;
import mx.gob.edomex.catgem.administration.CatalogueService;
import mx.gob.edomex.catgem.administration.Change;
import mx.gob.edomex.catgem.administration.Changes;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** One catalogue: its rows, and the one being added or changed beside them. */
@Named
@RequestScoped
public class CatalogueView {

    @Inject
    CatalogueRows rows;

    @Inject
    CatalogueService service;

    @Inject
    CatalogueRules rules;

    @Inject
    Changes changes;

    @Inject
    AdminRequest request;

    @Inject
    AdminWords words;

    @Inject
    Refusals refusals;

    private List<CatalogueRow> lines;
    private Map<String, String> warnings;
    private CatalogueRow row;
    private boolean posted;
    private String refused;
    private String refusedField = "";

    public Catalogue getKind() {
        return Arrays.stream(Catalogue.values())
                .filter(each -> each.name().equals(request.text("kind")))
                .findFirst()
                .orElse(Catalogue.TOPIC);
    }

    public Catalogue[] getKinds() {
        return Catalogue.values();
    }

    public List<CatalogueRow> getLines() {
        if (lines == null) {
            lines = rows.list(getKind(), getText());
        }
        return lines;
    }

    /** Code of a warning about a row, or an empty text. */
    public String warning(CatalogueRow line) {
        if (warnings == null) {
            warnings = rules.warnings(getKind());
        }
        return warnings.getOrDefault(line.item(), "");
    }

    public boolean isEditable() {
        return request.isSupervisor() || getKind().isTechnical();
    }

    public boolean isAdding() {
        return "true".equals(request.text("add")) && getKind().isGrowing() && isEditable();
    }

    /** The row being changed, or null. */
    public CatalogueRow getRow() {
        if (row == null && !request.text("item").isEmpty() && !isAdding()) {
            try {
                row = rows.one(getKind(), request.text("item"));
            } catch (CatalogueRefused e) {
                return null;
            }
        }
        return row;
    }

    /** What was typed, or else what is stored. */
    public String value(String field) {
        if (posted) {
            return request.text("f_" + field);
        }
        return getRow() == null
                ? "active".equals(field) ? "true" : ""
                : getRow().values().getOrDefault(field, "");
    }

    public List<CatalogueRow> getTopics() {
        return rows.list(Catalogue.TOPIC, "").stream()
                .filter(CatalogueRow::isActive)
                .toList();
    }

    public String save() {
        posted = true;
        Map<String, String> typed = new LinkedHashMap<>();
        getKind().key().forEach(part -> typed.put(part, request.text("k_" + part)));
        for (CatalogueField field : getKind().fields()) {
            typed.put(field.name(), request.text("f_" + field.name()));
        }
        String[] item = {request.text("item")};
        return attempt(
                isAdding() ? "added" : "saved",
                () -> {
                    if (isAdding()) {
                        item[0] = service.add(getKind(), typed);
                    } else {
                        service.change(getKind(), item[0], request.text("seen"), typed);
                    }
                },
                item);
    }

    public String undo() {
        String[] item = {request.text("item")};
        return attempt("undone", () -> service.undo(getKind(), item[0]), item);
    }

    private String attempt(String done, Runnable command, String[] item) {
        refused = refusals.of(command, violation -> {
            if (violation instanceof CatalogueRefused why) {
                refusedField = why.field();
                return words.of(why);
            }
            return refusals.words(violation.code());
        });
        return refused == null
                ? "/catalogue.xhtml?faces-redirect=true&kind=" + getKind() + "&item=" + item[0] + "&done=" + done
                : null;
    }

    public boolean isUndoable() {
        return getRow() != null && isEditable() && service.isUndoable(getKind(), getRow().item());
    }

    public String getText() {
        return request.text("q");
    }

    public String getDone() {
        String done = request.text("done");
        return List.of("added", "saved", "undone").contains(done) && refused == null ? done : "";
    }

    public String getRefused() {
        return refused;
    }

    public String getRefusedField() {
        return refusedField;
    }

    public List<Change> getChanges() {
        return getRow() == null ? List.of() : changes.list("", getKind().name(), getRow().item(), "", 0);
    }
}
