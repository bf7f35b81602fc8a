package mx.gob.edomex.catgem.contact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import mx.gob.edomex.catgem.channel.ContactBook;
import mx.gob.edomex.catgem.channel.Direction;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Folio;
import mx.gob.edomex.catgem.shared.MatterId;
import mx.gob.edomex.catgem.shared.Sql;

/** The gateways' view of contacts, from the contact table. */
@ApplicationScoped
public class JpaContactBook implements ContactBook {

    private static final String SELECT = "select id, folio, matter_id, state, direction, advisor from contact where ";

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Override
    public Optional<Standing> find(ContactId contact) {
        return Sql.on(entities, SELECT + "id = :id").set("id", contact).first(JpaContactBook::read);
    }

    @Override
    public Optional<Standing> find(Folio folio) {
        return Sql.on(entities, SELECT + "folio = :folio").set("folio", folio).first(JpaContactBook::read);
    }

    private static Standing read(Sql.Row row) {
        ContactState state = row.constant("state", ContactState.class);
        // After-call work is the end of the conversation: what the citizen sends then is a new contact.
        // So is the answer to what the centre began.
        boolean open = !state.isTerminal()
                && state != ContactState.AFTER_CALL_WORK
                && row.constant("direction", Direction.class) == Direction.INBOUND;
        return new Standing(
                row.contact("id"),
                new Folio(row.text("folio")),
                new MatterId(row.uuid("matter_id")),
                open,
                row.text("advisor"));
    }
}
