package mx.gob.edomex.catgem.web.disposal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import mx.gob.edomex.catgem.disposal.DisposalBasis;
import mx.gob.edomex.catgem.disposal.DisposalFolioUnknown;
import mx.gob.edomex.catgem.disposal.DisposalId;
import mx.gob.edomex.catgem.disposal.DisposalLine;
import mx.gob.edomex.catgem.disposal.DisposalQueries;
import mx.gob.edomex.catgem.disposal.DisposalState;
import mx.gob.edomex.catgem.disposal.Disposals;
import mx.gob.edomex.catgem.export.Export;
import mx.gob.edomex.catgem.export.Export.Fact;
import mx.gob.edomex.catgem.export.Export.Table;
import mx.gob.edomex.catgem.export.ExportFormat;
import mx.gob.edomex.catgem.export.Exports;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.web.shell.Downloads;
import mx.gob.edomex.catgem.web.shell.PageLanguage;
import mx.gob.edomex.catgem.web.shell.Parameters;
import mx.gob.edomex.catgem.web.shell.Person;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** The acts of disposal, the one that is looked at, and what can be done with it now by who reads it. */
@Named
@RequestScoped
public class DisposalsView {

    private static final List<String> DONE = List.of("asked", "withdrawn", "carried");

    @Inject
    HttpServletRequest request;

    @Inject
    Disposals disposals;

    @Inject
    DisposalQueries queries;

    @Inject
    Exports exports;

    @Inject
    Person person;

    @Inject
    PageLanguage language;

    @Inject
    Refusals refusals;

    private List<DisposalLine> all;
    private String refused;

    public List<DisposalLine> getAll() {
        if (all == null) {
            all = queries.all();
        }
        return all;
    }

    /** The act that is looked at, or null. */
    public DisposalLine getOne() {
        String id = text("id");
        return getAll().stream()
                .filter(line -> line.id().toString().equals(id))
                .findFirst()
                .orElse(null);
    }

    public boolean isWithdrawable() {
        return person.isSteering() && getOne() != null && getOne().state() == DisposalState.ASKED;
    }

    public boolean isFeasible() {
        return person.isSupervising() && isWithdrawable() && !getOne().own();
    }

    public long getWaiting() {
        return getAll().stream()
                .filter(line -> line.state() == DisposalState.ASKED)
                .count();
    }

    public List<DisposalBasis> getBases() {
        return List.of(DisposalBasis.values());
    }

    /** What was typed, for a form that was refused. */
    public String getFolio() {
        return refused == null ? "" : text("folio");
    }

    public String getBasis() {
        return refused == null ? DisposalBasis.ARCO_CANCELLATION.name() : text("basis");
    }

    public String ask() {
        DisposalId[] id = new DisposalId[1];
        refused = refusals.of(() -> id[0] = disposals.ask(folio(), basis()));
        return refused == null ? there(id[0], "asked") : null;
    }

    public String withdraw() {
        return act(() -> disposals.withdraw(getOne().id()), "withdrawn");
    }

    public String carryOut() {
        return act(() -> disposals.carryOut(getOne().id()), "carried");
    }

    private String act(Runnable command, String done) {
        DisposalId id = getOne().id();
        refused = refusals.of(command);
        all = null;
        return refused == null ? there(id, done) : null;
    }

    private static String there(DisposalId id, String done) {
        return "/disposals.xhtml?faces-redirect=true&done=" + done + "&id=" + id;
    }

    private Folio folio() {
        try {
            return Folio.parse(text("folio"));
        } catch (IllegalArgumentException e) {
            throw new DisposalFolioUnknown();
        }
    }

    private DisposalBasis basis() {
        return Arrays.stream(DisposalBasis.values())
                .filter(one -> one.name().equals(text("basis")))
                .findFirst()
                .orElse(DisposalBasis.ARCO_CANCELLATION);
    }

    /** The act on paper. */
    public void paper() throws IOException {
        DisposalLine one = getOne();
        Downloads.send(exports.write(
                new Export(
                        "DISPOSAL_ACT",
                        said("act.title") + " " + one.number(),
                        Language.of(language.getLocale()),
                        List.of(
                                new Fact(said("col.folio"), one.folio()),
                                new Fact(said("col.basis"), said("basis." + one.basis())),
                                new Fact(said("col.state"), said("state." + one.state())),
                                new Fact(said("asked.by"), one.askedName()),
                                new Fact(said("asked.at"), one.askedAt()),
                                new Fact(said("ended.by"), one.endedName()),
                                new Fact(said("ended.at"), one.endedAt()),
                                new Fact(said("contacts"), one.contacts()),
                                new Fact(said("stays"), null)),
                        Map.of("disposal", one.id().toString()),
                        List.of(Table.of(
                                said("destroyed"),
                                List.of(said("col.what"), said("col.rows")),
                                one.destroyed().entrySet().stream()
                                        .map(part -> List.of(said("table." + part.getKey()), part.getValue()))
                                        .toList()))),
                ExportFormat.PDF,
                person.getRole()));
    }

    private String said(String key) {
        return ResourceBundle.getBundle("i18n.Disposal", language.getLocale()).getString(key);
    }

    public String getRefused() {
        return refused;
    }

    /** What was just done: {@code asked, withdrawn, carried}, or null. */
    public String getDone() {
        return refused == null && DONE.contains(text("done")) ? text("done") : null;
    }

    private String text(String name) {
        return Parameters.text(request, name);
    }
}
