package mx.gob.edomex.catgem.administration;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import mx.gob.edomex.catgem.evidence.log.LogKeys;
import mx.gob.edomex.catgem.security.PersonalData;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Installation;
import mx.gob.edomex.catgem.shared.Sql;

/** What a new centre still lacks before it can attend, in the order in which it is best got. */
@Stateless
@RolesAllowed({Roles.SUPERVISOR, Roles.SUPPORT})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class OpeningConditions {

    private static final System.Logger LOG = System.getLogger(OpeningConditions.class.getName());

    /** What has to be there; without those that block nobody can be attended. */
    public enum Code {
        PEOPLE(true),
        KEYS(true),
        PROCEDURES(true),
        CONTROL(false),
        ENTRIES(false),
        ADVISORS(true),
        CONTROL_BODY(false);

        private final boolean blocks;

        Code(boolean blocks) {
            this.blocks = blocks;
        }
    }

    /**
     * One of them.
     *
     * @param open codes of what is missing, where it can be named
     */
    public record Condition(Code code, boolean met, List<String> open) {
        /** Nobody can be attended before it is met. */
        public boolean blocking() {
            return code.blocks && !met;
        }
    }

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Installation installation;

    @Inject
    AccountQueries accounts;

    @Inject
    PersonalData personalData;

    @Inject
    LogKeys logKeys;

    public List<Condition> all() {
        return List.of(
                met(Code.PEOPLE, threeCanSign()),
                met(Code.KEYS, opensPersonalData() && logKeys.canSign()),
                without(Code.PROCEDURES, List.copyOf(installation.unsignedProcedures())),
                without(Code.CONTROL, unsignedControl()),
                met(Code.ENTRIES, exists("select 1 from knowledge_version where status = 'PUBLISHED' limit 1")),
                without(Code.ADVISORS, accounts.topicsWithoutAdvisor()),
                met(Code.CONTROL_BODY, exists("select 1 from setting where name = 'evidence.control-body'")));
    }

    /** Whether something keeps the centre from attending; for the start page, so it asks for the least. */
    public boolean isClosed() {
        return !installation.unsignedProcedures().isEmpty();
    }

    private boolean threeCanSign() {
        return exists(
                """
                with able as (select username, role from user_role join app_user using (username) where enabled)
                select 1 from able a join able r on r.role in ('coordinator', 'supervisor') and r.username <> a.username
                join able p on p.role in ('information', 'coordinator', 'supervisor')
                  and p.username not in (a.username, r.username)
                where a.role = 'supervisor' limit 1
                """);
    }

    private List<String> unsignedControl() {
        return Sql.on(entities, "select procedure_code from procedure_to_sign where not blocks")
                .list(row -> row.text("procedure_code"));
    }

    private boolean exists(String sql) {
        return Sql.on(entities, sql).exists();
    }

    private boolean opensPersonalData() {
        try {
            return personalData.token("opening", "") != null;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "personal data cannot be encrypted: " + e.getMessage());
            return false;
        }
    }

    private static Condition met(Code code, boolean met) {
        return new Condition(code, met, List.of());
    }

    private static Condition without(Code code, List<String> open) {
        return new Condition(code, open.isEmpty(), open);
    }
}
