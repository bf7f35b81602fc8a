package mx.gob.edomex.catgem.web.board;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import java.util.Objects;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.channel.phone.ListenMode;
import mx.gob.edomex.catgem.contact.CallListening;
import mx.gob.edomex.catgem.contact.ContactState;
import mx.gob.edomex.catgem.contact.Listening;
import mx.gob.edomex.catgem.contact.RaisedHands;
import mx.gob.edomex.catgem.shared.Folio;
import org.primefaces.PrimeFaces;

/** A contact in progress, read in silence, or heard where it is a call; the page asks again every two seconds and is drawn anew only when it moved. */
@Named
@ViewScoped
public class ListenView implements Serializable {

    @Inject
    transient Listening listening;

    @Inject
    transient RaisedHands hands;

    @Inject
    transient CallListening calls;

    @Inject
    transient FigureCells cells;

    @Inject
    transient BoardAnswer answer;

    @Inject
    transient HttpServletRequest request;

    private String typed;
    private int shown;
    private boolean listened;
    private boolean gone;
    private transient Listening.Heard heard;
    private transient CallListening.Present present;
    private transient boolean asked;

    /** The contact, or null when there is no such folio. */
    public Listening.Heard getHeard() {
        if (heard == null) {
            try {
                heard = listening.look(Folio.parse(typed), cells.reader());
                shown = shown == 0 ? look() : shown;
            } catch (IllegalArgumentException | ContactUnknown e) {
                ((HttpServletResponse) FacesContext.getCurrentInstance()
                                .getExternalContext()
                                .getResponse())
                        .setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        }
        return heard;
    }

    private int look() {
        return Objects.hash(heard, getPresent());
    }

    /** One more look. */
    public void again() {
        heard = null;
        asked = false;
        getHeard();
        boolean mine = getPresent() != null && getPresent().mine();
        gone = isCall() && (gone || listened) && getPresent() == null;
        listened = mine;
        int now = look();
        if (now != shown) {
            shown = now;
            PrimeFaces.current().ajax().update("heard", "told");
        }
    }

    /** Whether there are voices to hear now. */
    public boolean isCall() {
        return heard != null
                && heard.goesOn()
                && heard.contact().channel() == Channel.PHONE
                && ContactState.IN_PROGRESS.name().equals(heard.contact().state());
    }

    /** Who is in the call without attending it; null when nobody is. */
    public CallListening.Present getPresent() {
        if (!asked) {
            asked = true;
            present = isCall() ? calls.of(Folio.parse(typed)).orElse(null) : null;
        }
        return present;
    }

    /** Whether the reader was in the call, or was to be, and is not any more without having asked for it. */
    public boolean isGone() {
        return gone;
    }

    /** Hears the call, or goes on in it in another way. */
    public void listen() {
        gone = false;
        answer.attempt(() -> calls.listen(Folio.parse(typed), ListenMode.valueOf(request.getParameter("mode"))));
        again();
    }

    public void leave() {
        answer.attempt(() -> calls.leave(Folio.parse(typed)));
        listened = false;
        again();
    }

    /** Says something to who attends. */
    public void coach() {
        answer.attempt(() -> hands.coach(Folio.parse(typed), request.getParameter("words")));
        again();
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
