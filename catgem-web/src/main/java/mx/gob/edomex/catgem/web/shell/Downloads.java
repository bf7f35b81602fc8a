package mx.gob.edomex.catgem.web.shell;

import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import mx.gob.edomex.catgem.export.ExportFile;

/** Sends an export as the answer to a command of a page, and throws its copy on disk away. */
public final class Downloads {

    private Downloads() {}

    public static void send(ExportFile file) throws IOException {
        try (file) {
            FacesContext faces = FacesContext.getCurrentInstance();
            ExternalContext answer = faces.getExternalContext();
            answer.responseReset();
            answer.setResponseContentType(file.format().mediaType());
            answer.setResponseHeader("Content-Length", Long.toString(file.bytes()));
            answer.setResponseHeader("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
            answer.setResponseHeader("Cache-Control", "no-store");
            answer.setResponseHeader("X-Content-Type-Options", "nosniff");
            // RFC 9530, so that whoever keeps the file can compare it with the ledger.
            byte[] hash = HexFormat.of().parseHex(file.sha256());
            answer.setResponseHeader(
                    "Repr-Digest", "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":");
            file.copyTo(answer.getResponseOutputStream());
            faces.responseComplete();
        }
    }
}
