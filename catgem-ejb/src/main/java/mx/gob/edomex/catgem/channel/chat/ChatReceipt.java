package mx.gob.edomex.catgem.channel.chat;

import java.time.Instant;

/**
 * The centre has the message: it may be forgotten by the sender.
 *
 * @param seq position in the conversation, from 1
 */
public record ChatReceipt(String clientId, int seq, Instant at) {}
