package mx.gob.edomex.catgem.contact;

import jakarta.persistence.EntityManager;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * What a contact of a channel weighs and how long its offer rings and its after-call work lasts (ROUTING).
 *
 * @param points 1 to 100
 */
record ChannelRule(int points, int offerSeconds, int acwSeconds, int missesAllowed) {

    static ChannelRule of(EntityManager entities, Channel channel) {
        return Sql.on(
                        entities,
                        """
                        select points, offer_seconds, acw_seconds, misses_allowed from channel_rule where channel = :channel
                        """)
                .set("channel", channel)
                .first(row -> new ChannelRule(
                        row.number("points"),
                        row.number("offer_seconds"),
                        row.number("acw_seconds"),
                        row.number("misses_allowed")))
                .orElseThrow();
    }
}
