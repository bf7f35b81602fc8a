package mx.gob.edomex.catgem.web.board;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serializable;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.contact.Listening;
import mx.gob.edomex.catgem.contact.RaisedHands;
import mx.gob.edomex.catgem.shared.Folio;
import org.primefaces.PrimeFaces;

/** A contact in progress, read in silence; the page asks again every two seconds and is drawn anew only when it moved. */
@Named
@ViewScoped
public class ListenView implements Serializable {

    @Inject
    transient Listening listening;

    @Inject
    transient RaisedHands hands;

    @Inject
    transient FigureCells cells;

    @Inject
    transient BoardAnswer answer;

    @Inject
    transient HttpServletRequest request;

    private String typed;
    private int shown;
    private transient Listening.Heard heard;

    /** The contact, or null when there is no such folio. */
    public Listening.Heard getHeard() {
        if (heard == null) {
            try {
                heard = listening.look(Folio.parse(typed), cells.reader());
                shown = shown == 0 ? heard.hashCode() : shown;
            } catch (IllegalArgumentException | ContactUnknown e) {
                ((HttpServletResponse) FacesContext.getCurrentInstance()
                                .getExternalContext()
                                .getResponse())
                        .setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        }
        return heard;
    }

    /** One more look. */
    public void again() {
        heard = null;
        int now = getHeard().hashCode();
        if (now != shown) {
            shown = now;
            PrimeFaces.current().ajax().update("heard", "told");
        }
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
