package mx.gob.edomex.catgem.channel.chat;

import mx.gob.edomex.catgem.shared.Language;

/**
 * What a citizen says before the first message.
 *
 * @param topic code of a topic, or null
 * @param name how the citizen wants to be addressed, or null: nobody needs to give one
 * @param noticeVersion the privacy notice that was shown and accepted
 * @param earlier the token of an ended chat that this one goes on from (same person, same matter), or null
 */
public record StartChat(Language language, String topic, String name, String noticeVersion, String earlier) {}
