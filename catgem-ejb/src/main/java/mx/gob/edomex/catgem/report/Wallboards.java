package mx.gob.edomex.catgem.report;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sha256;
import mx.gob.edomex.catgem.shared.Sql;

/** The screens on the walls. Each has a key of its own that opens nothing else and can be taken away. */
@Stateless
@RolesAllowed(Roles.SUPERVISOR)
public class Wallboards {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Clock clock;

    /** @param seenAt when it last asked for data, to the minute, or null */
    public record Wallboard(UUID id, String name, String madeBy, Instant madeAt, Instant seenAt) {}

    /**
     * A new screen.
     *
     * @param name where it hangs
     * @return its key: shown this once, only its hash is kept
     * @throws RuleNotSound when the name is empty or longer than 80 characters
     */
    public String make(String name) {
        if (name == null || name.isBlank() || name.strip().length() > 80) {
            throw new RuleNotSound();
        }
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        UUID id = UUID.randomUUID();
        Sql.on(
                        entities,
                        """
                        insert into wallboard (id, name, token_hash, made_by, made_at)
                        values (:id, :name, :hash, :me, :now)
                        """)
                .set("id", id)
                .set("name", name.strip())
                .set("hash", hash(token))
                .set("me", staff.username())
                .set("now", clock.instant())
                .update();
        record("WALLBOARD_MADE", id);
        return token;
    }

    /** From now on the screen shows nothing. */
    public void revoke(UUID id) {
        int revoked = Sql.on(entities, "update wallboard set revoked_at = :now where id = :id and revoked_at is null")
                .set("now", clock.instant())
                .set("id", id)
                .update();
        if (revoked > 0) {
            record("WALLBOARD_REVOKED", id);
        }
    }

    public List<Wallboard> all() {
        return Sql.on(
                        entities,
                        """
                        select w.id, w.name, u.display_name, w.made_at, w.seen_at
                        from wallboard w join app_user u on u.username = w.made_by
                        where w.revoked_at is null order by w.name, w.made_at
                        """)
                .list(row -> new Wallboard(
                        row.uuid("id"),
                        row.text("name"),
                        row.text("display_name"),
                        row.instant("made_at"),
                        row.instant("seen_at")));
    }

    static byte[] hash(String token) {
        return Sha256.of(token.getBytes(StandardCharsets.UTF_8));
    }

    private void record(String code, UUID id) {
        ledger.system(
                code,
                new Actor(staff.username(), Roles.SUPERVISOR, Source.SCREEN),
                clock.instant(),
                null,
                Map.of("wallboard", id.toString()));
    }
}
