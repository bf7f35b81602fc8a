package mx.gob.edomex.catgem.web.mail;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import mx.gob.edomex.catgem.channel.mail.QuarantineAlreadyDecided;
import mx.gob.edomex.catgem.channel.mail.QuarantineService;
import mx.gob.edomex.catgem.channel.mail.QuarantineService.HeldMail;
import mx.gob.edomex.catgem.security.Roles;

/** Mails that did not become contacts by themselves: look, then open as a contact or dismiss. */
@Named
@RequestScoped
public class QuarantineView {

    @Inject
    QuarantineService quarantine;

    private String id;
    private String done;
    private List<HeldMail> held;

    public List<HeldMail> getHeld() {
        if (held == null) {
            held = quarantine.held();
        }
        return held;
    }

    /** Known from the start of a request, or the form, not drawn yet, would not be asked what was pressed. */
    @PostConstruct
    void read() {
        id = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get("id");
    }

    /** The mail under review, or null. */
    public HeldMail getReviewed() {
        return getHeld().stream()
                .filter(mail -> mail.id().toString().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Technical support decides by the reason alone: it has no need to read what citizens write. */
    public String getPreview() {
        var caller = FacesContext.getCurrentInstance().getExternalContext();
        boolean mayRead = caller.isUserInRole(Roles.COORDINATOR) || caller.isUserInRole(Roles.SUPERVISOR);
        return mayRead ? quarantine.preview(getReviewed().id()) : "";
    }

    public String open() {
        return decide(quarantine::open, "opened");
    }

    public String dismiss() {
        return decide(quarantine::dismiss, "dismissed");
    }

    private String decide(Consumer<UUID> decision, String outcome) {
        String said = outcome;
        try {
            decision.accept(UUID.fromString(id));
        } catch (QuarantineAlreadyDecided e) {
            said = "gone";
        }
        return "/quarantine.xhtml?faces-redirect=true&done=" + said;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    /** What the last decision brought about: {@code opened, dismissed, gone}, or null. */
    public String getDone() {
        return done;
    }

    public void setDone(String done) {
        this.done = List.of("opened", "dismissed", "gone").contains(done) ? done : null;
    }
}
