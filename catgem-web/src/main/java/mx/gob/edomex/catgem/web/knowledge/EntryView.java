package mx.gob.edomex.catgem.web.knowledge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mx.gob.edomex.catgem.contact.ToldContacts;
import mx.gob.edomex.catgem.contact.ToldContacts.Told;
import mx.gob.edomex.catgem.knowledge.EntryHistory;
import mx.gob.edomex.catgem.knowledge.EntryHistory.EntryLine;
import mx.gob.edomex.catgem.knowledge.EntryHistory.PartChange;
import mx.gob.edomex.catgem.knowledge.EntryHistory.VersionLine;
import mx.gob.edomex.catgem.web.desk.DeskRequest;

/** The history of an entry: versions, what changed in the one chosen, and who was told it. */
@Named
@RequestScoped
public class EntryView {
    private static final int SHOWN = 100;

    @Inject
    DeskRequest request;

    @Inject
    EntryHistory history;

    @Inject
    ToldContacts toldContacts;

    private List<VersionLine> versions;
    private Optional<EntryLine> entry;
    private VersionLine version;

    public List<EntryLine> getEntries() {
        return history.entries(request.reader());
    }

    public boolean isAsked() {
        return !request.text("code").isEmpty();
    }

    /** The entry, or null with status 404. */
    public EntryLine getEntry() {
        if (entry == null) {
            entry = history.entry(request.text("code"), request.reader());
            if (entry.isEmpty()) {
                ((HttpServletResponse) FacesContext.getCurrentInstance()
                                .getExternalContext()
                                .getResponse())
                        .setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        }
        return entry.orElse(null);
    }

    public List<VersionLine> getVersions() {
        if (versions == null) {
            versions = history.versions(request.text("code"));
        }
        return versions;
    }

    /** The version named, or the newest. */
    public VersionLine getVersion() {
        if (version == null) {
            String asked = request.text("version");
            version = getVersions().stream()
                    .filter(line -> line.id().toString().equals(asked))
                    .findFirst()
                    .or(() -> getVersions().stream().findFirst())
                    .orElse(null);
        }
        return version;
    }

    public List<PartChange> getChanges() {
        return history.changes(getVersion().id(), request.reader());
    }

    public List<Told> getTold() {
        return toldContacts.of(getVersion().id(), SHOWN);
    }

    public int getToldCount() {
        return toldCount(getVersion().id());
    }

    public int toldCount(UUID id) {
        return toldContacts.count(id);
    }

    public int getShown() {
        return SHOWN;
    }
}
