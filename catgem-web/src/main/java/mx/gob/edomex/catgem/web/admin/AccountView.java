package mx.gob.edomex.catgem.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import mx.gob.edomex.catgem.administration.AccountCard;
import mx.gob.edomex.catgem.administration.AccountForm;
import mx.gob.edomex.catgem.administration.AccountQueries;
import mx.gob.edomex.catgem.administration.AccountService;
import mx.gob.edomex.catgem.administration.AccountUnknown;
import mx.gob.edomex.catgem.administration.Catalogue;
import mx.gob.edomex.catgem.administration.CatalogueRow;
import mx.gob.edomex.catgem.administration.CatalogueRows;
import mx.gob.edomex.catgem.administration.Change;
import mx.gob.edomex.catgem.administration.Changes;
import mx.gob.edomex.catgem.administration.Credentials;
import mx.gob.edomex.catgem.shared.Language;
import mx.gob.edomex.catgem.web.shell.Refusals;

/** One account, or a new one; the form keeps what was typed when it is refused. */
@Named
@RequestScoped
public class AccountView {

    /** Session attribute of a password that was just made: shown by the next page, and gone. */
    private static final String FRESH = "catgem.fresh-credentials";

    @Inject
    AccountQueries accounts;

    @Inject
    AccountService service;

    @Inject
    CatalogueRows catalogues;

    @Inject
    Changes changes;

    @Inject
    AdminRequest request;

    @Inject
    Refusals refusals;

    private AccountCard card;
    private boolean looked;
    private AccountForm form;
    private Credentials fresh;
    private String refused;

    /** Null for a new account, and for one that nobody has. */
    public AccountCard getCard() {
        if (!looked && !request.text("account").isEmpty()) {
            card = find();
        }
        looked = true;
        return card;
    }

    private AccountCard find() {
        try {
            return accounts.one(request.text("account"));
        } catch (AccountUnknown e) {
            return null;
        }
    }

    public boolean isMissing() {
        return !request.text("account").isEmpty() && getCard() == null;
    }

    /** What was typed, or else what is stored. */
    public AccountForm getForm() {
        if (form == null) {
            form = FacesContext.getCurrentInstance().isPostback()
                            && !request.text("displayName").isEmpty()
                    ? typed()
                    : getCard() == null ? fresh() : getCard().form();
        }
        return form;
    }

    private AccountForm fresh() {
        return new AccountForm(
                "", "", Language.ES, Set.of(), Set.of("PHONE", "CHAT", "EMAIL", "SOCIAL"), Set.of("ES"), allTopics());
    }

    private Set<String> allTopics() {
        return getTopics().stream().map(CatalogueRow::item).collect(java.util.stream.Collectors.toSet());
    }

    private AccountForm typed() {
        Language language = "EN".equals(request.text("language")) ? Language.EN : Language.ES;
        // One's own roles are shown but not sent: nobody changes them.
        Set<String> roles = isOwn() ? getCard().form().roles() : request.codes("role");
        return new AccountForm(
                request.text("staffNumber"),
                request.text("displayName"),
                language,
                roles,
                request.codes("channel"),
                request.codes("spoken"),
                request.codes("topic"),
                new AccountForm.Period(day("validFrom"), day("validUntil")));
    }

    /** Null when it was not given, or is no day. */
    private LocalDate day(String name) {
        try {
            return LocalDate.parse(request.text(name));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    public String save() {
        return getCard() == null
                ? attempt("created", () -> service.create(request.text("username"), typed()), request.text("username"))
                : attempt(
                        "saved",
                        () -> {
                            service.change(name(), request.text("seen"), typed(), handBack());
                            return null;
                        },
                        name());
    }

    public String disable() {
        return attempt(
                "disabled",
                () -> {
                    service.disable(name(), handBack());
                    return null;
                },
                name());
    }

    public String enable() {
        return attempt("enabled", () -> service.enable(name()), name());
    }

    public String reset() {
        return attempt("reset", () -> service.resetPassword(name()), name());
    }

    private String attempt(String done, Supplier<Credentials> command, String account) {
        refused = refusals.of(() -> {
            Credentials made = command.get();
            if (made != null) {
                context().getSessionMap().put(FRESH, made.username() + "\n" + made.oneTime() + "\n" + made.password());
            }
        });
        return refused == null ? "/account.xhtml?faces-redirect=true&account=" + account + "&done=" + done : null;
    }

    /** The password made by the last command on this account, once; null otherwise. */
    public Credentials getFresh() {
        if (fresh == null && getCard() != null && context().getSessionMap().remove(FRESH) instanceof String text) {
            String[] parts = text.split("\n", 3);
            fresh = parts[0].equals(name())
                    ? new Credentials(parts[0], parts[2], Boolean.parseBoolean(parts[1]))
                    : null;
        }
        return fresh;
    }

    private static ExternalContext context() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }

    private boolean handBack() {
        return "true".equals(request.text("handBack"));
    }

    private String name() {
        return getCard() == null ? "" : getCard().username();
    }

    public boolean isOwn() {
        return getCard() != null && getCard().username().equals(request.me());
    }

    public boolean isEditable() {
        return request.isSupervisor();
    }

    public String getDone() {
        String done = request.text("done");
        return List.of("created", "saved", "disabled", "enabled", "reset").contains(done) && refused == null
                ? done
                : "";
    }

    public String getRefused() {
        return refused;
    }

    public String getUsername() {
        return getCard() == null ? request.text("username") : getCard().username();
    }

    public List<String> getRoles() {
        return AdminRequest.ROLES;
    }

    public List<String> getChannels() {
        return List.of("PHONE", "CHAT", "EMAIL", "SOCIAL");
    }

    public List<String> getLanguages() {
        return List.of("ES", "EN");
    }

    public List<CatalogueRow> getTopics() {
        return catalogues.list(Catalogue.TOPIC, "");
    }

    public List<Change> getChanges() {
        return getCard() == null ? List.of() : changes.list(name(), "", "", "", 0);
    }
}
