package mx.gob.edomex.catgem.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import mx.gob.edomex.catgem.administration.Catalogue;
import mx.gob.edomex.catgem.administration.Change;
import mx.gob.edomex.catgem.administration.Changes;

/** Who changed what, newest first, filtered by the address. */
@Named
@RequestScoped
public class ChangesView {

    @Inject
    Changes changes;

    @Inject
    AdminRequest request;

    private List<Change> lines;

    public List<Change> getLines() {
        if (lines == null) {
            lines = changes.list(getAccount(), getCatalogue(), "", getStaff(), getBefore());
        }
        return lines;
    }

    public String getAccount() {
        return request.text("account");
    }

    public String getCatalogue() {
        return request.text("catalogue");
    }

    public String getStaff() {
        return request.text("staff");
    }

    public long getBefore() {
        String before = request.text("before");
        return before.matches("\\d{1,18}") ? Long.parseLong(before) : 0;
    }

    public Catalogue[] getCatalogues() {
        return Catalogue.values();
    }

    public boolean isFiltered() {
        return !(getAccount() + getCatalogue() + getStaff()).isEmpty();
    }

    /** Id after which the next page goes on, or 0. */
    public long getNext() {
        return getLines().size() < Changes.PAGE
                ? 0
                : getLines().get(Changes.PAGE - 1).id();
    }
}
