package mx.gob.edomex.catgem.workforce;

import java.time.Instant;
import java.util.Set;

/**
 * An advisor who may be offered a contact now.
 *
 * @param freePoints capacity left, 1 to 100
 * @param idleSince end of the last contact, after-call work included; breaks do not reset it
 * @param mailOpen has a mail in hand: calls and chats go to others first
 */
public record ReadyAdvisor(
        String username,
        int freePoints,
        Instant idleSince,
        boolean mailOpen,
        Set<String> channels,
        Set<String> languages,
        Set<String> topics) {}
