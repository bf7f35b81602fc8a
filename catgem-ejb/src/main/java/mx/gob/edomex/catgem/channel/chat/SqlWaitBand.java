package mx.gob.edomex.catgem.channel.chat;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import mx.gob.edomex.catgem.channel.WaitBand;
import mx.gob.edomex.catgem.shared.ContactId;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * A simple forecast: those ahead who want a live answer, divided by the pace at which such contacts were connected in
 * the last ten minutes; before there is a pace, by what those on duty can take (four minutes each). A better one needs
 * the queue's own knowledge of skills and takes this one's place through the port.
 */
@Dependent
public class SqlWaitBand implements WaitBand {

    private static final double PACE_WINDOW_MINUTES = 10;
    private static final double MINUTES_EACH = 4;

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Override
    public Band of(ContactId contact) {
        return Sql.on(
                        entities,
                        """
                        with own as (
                          select coalesce((select first_queued_at from contact where id = :contact), now()) as since)
                        select
                          (select count(*) from contact c, own where c.closed_at is null and c.id <> :contact
                             and c.channel <> 'EMAIL' and c.state in ('QUEUED', 'OFFERED')
                             and c.first_queued_at < own.since) as ahead,
                          (select count(*) from leg l join contact c on c.id = l.contact_id
                             where l.connected_at > now() - make_interval(mins => :window)
                             and c.channel <> 'EMAIL') as connected,
                          (select count(*) from advisor where presence = 'AVAILABLE' and points <= 67) as free,
                          (select count(*) from advisor where presence in ('AVAILABLE', 'AUXILIARY')) as on_duty
                        """)
                .set("contact", contact)
                .set("window", (int) PACE_WINDOW_MINUTES)
                .first(row ->
                        Band.of(minutes(row.big("ahead"), row.big("connected"), row.big("free"), row.big("on_duty"))))
                .orElse(Band.OVER_10);
    }

    static double minutes(long ahead, long connected, long free, long onDuty) {
        if (onDuty == 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (ahead < free) {
            return 0;
        }
        double pace = Math.max(connected / PACE_WINDOW_MINUTES, onDuty / MINUTES_EACH / 3);
        return (ahead + 1 - free) / pace;
    }
}
