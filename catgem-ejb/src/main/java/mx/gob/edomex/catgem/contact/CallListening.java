package mx.gob.edomex.catgem.contact;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.ContactUnknown;
import mx.gob.edomex.catgem.channel.phone.ListenMode;
import mx.gob.edomex.catgem.channel.phone.Listener;
import mx.gob.edomex.catgem.channel.phone.ListenerControl;
import mx.gob.edomex.catgem.evidence.Actor;
import mx.gob.edomex.catgem.evidence.EventLedger;
import mx.gob.edomex.catgem.evidence.Source;
import mx.gob.edomex.catgem.security.CurrentStaff;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.DeskSignal;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.Signals;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * Hearing a call while it goes on, saying something to its advisor alone, or speaking to everybody in it. What is done
 * stands in the ledger in any case; whether the advisor is told at once, settings say for each way of listening.
 */
@Stateless
@RolesAllowed({Roles.COORDINATOR, Roles.SUPERVISOR})
public class CallListening {

    /** In the ledger, with the {@link ListenMode}; advisors do not find it in the folios they attended. */
    static final String EVENT = "CALL_";

    static final String LEFT = EVENT + "LEFT";

    static final List<String> EVENTS = List.of(EVENT + "HEAR", EVENT + "WHISPER", EVENT + "SPEAK", LEFT);

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    Contacts contacts;

    @Inject
    ListenerControl control;

    @Inject
    EventLedger ledger;

    @Inject
    CurrentStaff staff;

    @Inject
    Signals signals;

    @Inject
    Clock clock;

    /**
     * Who is in a call without attending it.
     *
     * @param up whether they have picked up
     * @param mine whether it is who asks
     */
    public record Present(String name, ListenMode mode, boolean up, boolean mine) {}

    /** Empty when nobody listens. @throws ContactUnknown when there is no such folio */
    public Optional<Present> of(Folio folio) {
        return control.now(id(folio)).map(this::present);
    }

    /**
     * Rings the telephone where the caller takes calls; whoever listens already goes on in another way.
     *
     * @throws ContactUnknown when there is no such folio
     * @throws NoCallToHear when nobody is talking, or the caller is who talks
     * @throws SomebodyListens when another does already
     */
    public void listen(Folio folio, ListenMode mode) {
        Contact contact = contacts.locked(folio);
        String me = staff.username();
        Optional<Listener> now = control.now(contact.id());
        if (now.isPresent() && !now.get().username().equals(me)) {
            throw new SomebodyListens(folio.value());
        }
        boolean goesOn = now.isPresent()
                ? control.change(contact.id(), me, mode)
                : !me.equals(contact.advisor()) && control.begin(contact.id(), me, mode);
        if (!goesOn) {
            throw new NoCallToHear(folio.value());
        }
        record(contact.id(), EVENT + mode);
    }

    /** Out of the call; nothing when the caller was not in it. @throws ContactUnknown when there is no such folio */
    public void leave(Folio folio) {
        ContactId contact = contacts.locked(folio).id();
        if (control.end(contact, staff.username())) {
            record(contact, LEFT);
        }
    }

    private void record(ContactId contact, String code) {
        String role = staff.has(Roles.SUPERVISOR) ? Roles.SUPERVISOR : Roles.COORDINATOR;
        Actor me = new Actor(staff.username(), role, Source.SCREEN);
        ledger.fact(contact, code, me, clock.instant(), null, Map.of());
        signals.toAll(DeskSignal.Kind.CONTACT, contact);
    }

    /**
     * Who is in the caller's own call, as far as the centre's settings have it said.
     *
     * @throws NotYourContact when somebody else attends it
     */
    @RolesAllowed(Roles.ADVISOR)
    public Optional<Present> announced(ContactId contact) {
        contacts.read(contact).requireWith(staff.username());
        return control.now(contact)
                .filter(Listener::up)
                .filter(listener -> isAnnounced(listener.mode()))
                .map(this::present);
    }

    private boolean isAnnounced(ListenMode mode) {
        return Sql.on(entities, "select 1 from setting where name = :name and value = 'true'")
                .set("name", "listening.announced." + mode.name().toLowerCase(Locale.ROOT))
                .exists();
    }

    private Present present(Listener listener) {
        String name = Sql.on(entities, "select display_name from app_user where username = :username")
                .set("username", listener.username())
                .first(row -> row.text("display_name"))
                .orElse(listener.username());
        return new Present(
                name, listener.mode(), listener.up(), listener.username().equals(staff.username()));
    }

    private ContactId id(Folio folio) {
        return Sql.on(entities, "select id from contact where folio = :folio")
                .set("folio", folio)
                .first(row -> row.contact("id"))
                .orElseThrow(() -> new ContactUnknown(folio.value()));
    }
}
