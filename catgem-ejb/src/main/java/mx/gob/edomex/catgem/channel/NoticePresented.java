package mx.gob.edomex.catgem.channel;

import mx.gob.edomex.catgem.shared.ContactId;

/**
 * The privacy notice (aviso de privacidad) was presented within a contact; fired in the transaction that presents it.
 * A notice shown before the contact exists travels in {@link NewArrival#noticeVersion()} instead.
 *
 * @param version of the notice presented
 * @param source name of an {@code evidence.Source}: CHAT, MAIL, IVR…
 */
public record NoticePresented(ContactId contact, String version, String source) {}
