package mx.gob.edomex.catgem.contact;

import jakarta.persistence.EntityManager;
import java.util.Map;
import java.util.stream.Collectors;
import mx.gob.edomex.catgem.channel.Channel;
import mx.gob.edomex.catgem.shared.Sql;

/**
 * What a contact of a channel weighs and how long its offer rings and its after-call work lasts (ROUTING).
 *
 * @param points 1 to 100
 */
record ChannelRule(int points, int offerSeconds, int acwSeconds, int missesAllowed) {

    private static final String SELECT =
            "select channel, points, offer_seconds, acw_seconds, misses_allowed from channel_rule";

    static ChannelRule of(EntityManager entities, Channel channel) {
        return Sql.on(entities, SELECT + " where channel = :channel")
                .set("channel", channel)
                .first(ChannelRule::read)
                .orElseThrow();
    }

    static Map<Channel, ChannelRule> all(EntityManager entities) {
        return Sql.on(entities, SELECT)
                .list(row -> Map.entry(row.constant("channel", Channel.class), read(row)))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static ChannelRule read(Sql.Row row) {
        return new ChannelRule(
                row.number("points"),
                row.number("offer_seconds"),
                row.number("acw_seconds"),
                row.number("misses_allowed"));
    }
}
