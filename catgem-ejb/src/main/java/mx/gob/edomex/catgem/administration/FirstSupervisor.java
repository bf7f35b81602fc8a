package mx.gob.edomex.catgem.administration;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.security.PasswordRules;
import mx.gob.edomex.catgem.security.Passwords;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Whoever administers a new centre needs an account to begin with: while there is no supervisor, {@value #USERNAME} is
 * made with the password in the file that {@value #FILE} names, to be changed at the first sign-in.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FirstSupervisor {

    static final String FILE = "CATGEM_FIRST_PASSWORD_FILE";
    static final String USERNAME = "supervision";
    private static final System.Logger LOG = System.getLogger(FirstSupervisor.class.getName());

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EventLedger ledger;

    @Inject
    Clock clock;

    @PostConstruct
    void begin() {
        String file = System.getProperty(FILE, System.getenv(FILE));
        if (file == null) {
            return;
        }
        try {
            ensure(Files.readString(Path.of(file)).strip());
        } catch (IOException | RuntimeException e) {
            // A centre that runs already must start whatever is wrong with a file that it needs no more.
            LOG.log(System.Logger.Level.ERROR, "the first supervisor was not made: " + e);
        }
    }

    /** @return whether the account was made */
    boolean ensure(String password) {
        PasswordRules.check(USERNAME, password);
        int made = Sql.on(
                        entities,
                        """
                        insert into app_user (username, staff_number, display_name, password, must_change,
                                              credentials_changed_at)
                        select :username, 'S-000', 'Supervisión', :password, true, now()
                        where not exists (select 1 from user_role join app_user using (username)
                                          where role = :role and enabled)
                        on conflict do nothing
                        """)
                .set("username", USERNAME)
                .set("password", Passwords.hash(password, Passwords.COST))
                .set("role", Roles.SUPERVISOR)
                .update();
        if (made == 0) {
            return false;
        }
        Sql.on(entities, "insert into user_role (username, role) values (:username, :role)")
                .set("username", USERNAME)
                .set("role", Roles.SUPERVISOR)
                .update();
        ledger.system(
                "ADMIN_ACCOUNT_CREATED",
                Actor.SYSTEM,
                clock.instant(),
                null,
                Map.of("account", USERNAME, "role.added", Roles.SUPERVISOR));
        return true;
    }
}
