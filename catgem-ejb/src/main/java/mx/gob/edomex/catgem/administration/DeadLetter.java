package mx.gob.edomex.catgem.administration;

import java.time.Instant;

/**
 * A message that no consumer could take.
 *
 * @param id the broker's
 * @param queue where it belongs
 * @param subject the id or code it is about; null when it holds anything else, which nobody needs to read here
 * @param length characters of its text
 * @param at when it was put aside
 */
public record DeadLetter(String id, String queue, String subject, int length, Instant at) {}
