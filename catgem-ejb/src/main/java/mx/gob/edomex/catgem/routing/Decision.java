package mx.gob.edomex.catgem.routing;

import java.util.List;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * One contact given to one advisor.
 *
 * @param epoch the waiting of the contact it was made for
 * @param interrupts mails in the advisor's hands that make room for it
 */
public record Decision(ContactId contact, int epoch, String advisor, List<ContactId> interrupts, Explanation why) {}
