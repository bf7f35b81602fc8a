package mx.gob.edomex.catgem.web.knowledge;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import mx.gob.edomex.catgem.knowledge.DocumentMissing;
import mx.gob.edomex.catgem.knowledge.DocumentRefused;
import mx.gob.edomex.catgem.knowledge.EntryUpdates;
import mx.gob.edomex.catgem.knowledge.SupportingDocuments;
import mx.gob.edomex.catgem.knowledge.UpdateId;
import mx.gob.edomex.catgem.knowledge.UpdateKind;
import mx.gob.edomex.catgem.shared.Violation;
import mx.gob.edomex.catgem.web.desk.DeskRequest;

/** Registers a supporting document: for an update that is open, or for one that begins with it. */
@Named
@RequestScoped
public class DocumentForm {
    @Inject
    DeskRequest request;

    @Inject
    OfficerAnswer answer;

    @Inject
    EntryUpdates updates;

    @Inject
    SupportingDocuments documents;

    private Part file;
    private String refused;

    /** Stays on the page with the reason when the file is refused. */
    public String register() {
        try {
            String[] update = {null};
            OfficerAnswer.refusal(() -> {
                byte[] content = content();
                documents.check(content); // before anything is begun for it
                UpdateId id = update();
                documents.register(id, file.getSubmittedFileName(), content, request.text("reference"));
                update[0] = id.toString();
            });
            return "/update.xhtml?faces-redirect=true&id=" + update[0];
        } catch (Violation violation) {
            refused = answer.words(violation);
            return null;
        }
    }

    private UpdateId update() {
        if (!request.text("id").isEmpty()) {
            return UpdateId.of(request.text("id"));
        }
        // The list of choices offers "RC-01 · Acta de nacimiento"; only the code counts.
        String code = request.text("entry").strip().split("[ ·]", 2)[0];
        return code.isEmpty() ? updates.open() : updates.open(code, UpdateKind.valueOf(request.text("kind")));
    }

    private byte[] content() {
        if (file == null || file.getSize() == 0) {
            throw new DocumentMissing(null);
        }
        if (file.getSize() > SupportingDocuments.LARGEST) {
            throw new DocumentRefused();
        }
        try (InputStream content = file.getInputStream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a document can be about when an entry is named. */
    public List<UpdateKind> getKinds() {
        return List.of(UpdateKind.CHANGE, UpdateKind.RETIRE);
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    /** Why the last document was not taken, in words; null when it was. */
    public String getRefused() {
        return refused;
    }

    public int getLargestMegabytes() {
        return SupportingDocuments.LARGEST / 1024 / 1024;
    }
}
