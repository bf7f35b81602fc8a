package mx.gob.edomex.catgem.rules;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import mx.gob.edomex.catgem.contact.ServiceClass;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.workforce.StaffedAdvisor;

/**
 * The centre that rules are looked at with.
 *
 * @param topics codes of the active topics
 * @param everyone all advisors, as if they were at work
 * @param served classes in which contacts can come
 * @param atWork who has a desk open
 * @param waiting what waits
 */
record RuleContext(
        Instant now,
        Set<String> topics,
        List<StaffedAdvisor> everyone,
        List<ServiceClass> served,
        List<StaffedAdvisor> atWork,
        List<WaitingContact> waiting) {}
