package mx.gob.edomex.catgem.channel.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Sql;

/** Both directions of the centre's mail as technical support sees them: servers, times and numbers, no mail. */
@Stateless
@RolesAllowed({Roles.SUPPORT, Roles.SUPERVISOR})
public class MailTraffic {

    @PersistenceContext(unitName = "catgem")
    EntityManager entities;

    @Inject
    MailWatch watch;

    MailSettings settings = MailSettings.fromEnvironment();

    /**
     * @param server host and port, or null where it is switched off
     * @param missingSince since when it has not answered this node; null while it does, and on a node that leaves it to
     *     another
     * @param last when the last mail passed
     * @param waiting inbound: in quarantine; outbound: not sent yet
     * @param oldest since when the oldest of these waits
     * @param failed in the last day: refused or returned
     */
    public record Line(String server, Instant missingSince, Instant last, int waiting, Instant oldest, int failed) {}

    public Line inbound() {
        return Sql.on(
                        entities,
                        """
                        select (select max(fetched_at) from inbound_mail) as last, count(*) as waiting,
                               min(m.fetched_at) as oldest, 0 as failed
                        from mail_quarantine q join inbound_mail m on m.id = q.inbound_id where q.state = 'HELD'
                        """)
                .first(row -> line(settings.imap(), MailWatch.Side.MAILBOX, row))
                .orElseThrow();
    }

    public Line outbound() {
        return Sql.on(
                        entities,
                        """
                        select (select max(sent_at) from outbound_mail) as last,
                               count(*) filter (where state = 'QUEUED') as waiting,
                               min(created_at) filter (where state = 'QUEUED') as oldest,
                               count(*) filter (where state in ('FAILED', 'BOUNCED')) as failed
                        from outbound_mail where state = 'QUEUED'
                           or (state in ('FAILED', 'BOUNCED') and ended_at > now() - interval '1 day')
                        """)
                .first(row -> line(settings.smtp(), MailWatch.Side.SENDER, row))
                .orElseThrow();
    }

    private Line line(MailSettings.Server server, MailWatch.Side side, Sql.Row row) {
        return new Line(
                server.isOn() ? server.toString() : null,
                watch.missingSince(side).orElse(null),
                row.instant("last"),
                row.number("waiting"),
                row.instant("oldest"),
                row.number("failed"));
    }
}
