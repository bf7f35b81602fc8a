package mx.gob.edomex.catgem.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.administration.AccountLine;
import mx.gob.edomex.catgem.administration.AccountQueries;
import mx.gob.edomex.catgem.administration.Catalogue;
import mx.gob.edomex.catgem.administration.CatalogueRows;

/** The list of accounts, filtered by the address. */
@Named
@RequestScoped
public class AccountsView {

    @Inject
    AccountQueries accounts;

    @Inject
    CatalogueRows catalogues;

    @Inject
    AdminRequest request;

    @Inject
    AdminWords words;

    private List<AccountLine> lines;

    public List<AccountLine> getLines() {
        if (lines == null) {
            Boolean enabled =
                    switch (getState()) {
                        case "enabled" -> Boolean.TRUE;
                        case "disabled" -> Boolean.FALSE;
                        default -> null;
                    };
            lines = accounts.list(getText(), getRole(), enabled);
        }
        return lines;
    }

    public String getText() {
        return request.text("q");
    }

    public String getRole() {
        return AdminRequest.ROLES.contains(request.text("role")) ? request.text("role") : "";
    }

    public String getState() {
        return request.text("state");
    }

    public boolean isFiltered() {
        return !(getText() + getRole() + getState()).isEmpty();
    }

    public List<String> getRoles() {
        return AdminRequest.ROLES;
    }

    /** Names of the topics that nobody can serve, or an empty text. */
    public String getUnserved() {
        List<String> codes = accounts.topicsWithoutAdvisor();
        return catalogues.list(Catalogue.TOPIC, "").stream()
                .filter(topic -> codes.contains(topic.item()))
                .map(topic -> words.name(Catalogue.TOPIC, topic))
                .collect(Collectors.joining(", "));
    }
}
