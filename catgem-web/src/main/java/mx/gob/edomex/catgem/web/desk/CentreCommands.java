package mx.gob.edomex.catgem.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import mx.gob.edomex.catgem.contact.RaisedHands;
import mx.gob.edomex.catgem.workforce.CentreNotices;

/** Between the desk and who leads the centre: raised hands, and notices to confirm. */
@Named
@RequestScoped
public class CentreCommands {
    @Inject
    DeskRequest request;

    @Inject
    DeskAnswer answer;

    @Inject
    DeskView view;

    @Inject
    RaisedHands hands;

    @Inject
    CentreNotices notices;

    private List<RaisedHands.Hand> asked;
    private List<CentreNotices.Notice> unread;

    /** Questions of the open contact and their answers. */
    public List<RaisedHands.Hand> getHands() {
        if (asked == null) {
            asked = view.getSelected() == null ? List.of() : hands.of(view.getSelected());
        }
        return asked;
    }

    public boolean isHandUp() {
        return getHands().stream().anyMatch(RaisedHands.Hand::open);
    }

    public List<CentreNotices.Notice> getNotices() {
        if (unread == null) {
            unread = notices.unread();
        }
        return unread;
    }

    public void raise() {
        answer.attempt(() -> hands.raise(request.requiredContact(), request.text("text")), "head");
    }

    public void lower() {
        answer.attempt(() -> hands.lower(request.requiredContact()), "head");
    }

    public void confirm() {
        answer.attempt(() -> notices.confirm(request.id("notice")), "notices");
    }
}
