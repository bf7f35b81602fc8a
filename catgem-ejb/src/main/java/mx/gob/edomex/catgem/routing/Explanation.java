package mx.gob.edomex.catgem.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Why a contact was given to its advisor: the terms of the order, who else could have been, and why the others could
 * not. Of bounded size whatever the number of advisors.
 *
 * @param at the moment of the decision
 * @param ruleVersion the version of the rules it was made under
 * @param urgent urgent contacts go first
 * @param waitedSeconds time that counted as waiting
 * @param targetSeconds how long it may wait
 * @param scope how far the widening had come
 * @param preferred it went to the advisor who knows the matter
 * @param eligible how many could have been asked
 * @param first the first of them in the order of choice, at most {@link #NAMED}; the winner is the first
 * @param excluded how many could not be asked, by the first reason against each
 */
public record Explanation(
        Instant at,
        int ruleVersion,
        boolean urgent,
        long waitedSeconds,
        long targetSeconds,
        Scope scope,
        boolean preferred,
        int eligible,
        List<Candidate> first,
        Map<Exclusion, Integer> excluded) {

    /** How many candidates are named. */
    public static final int NAMED = 10;

    /**
     * One who could have been asked, with the terms that order them.
     *
     * @param mailOpen a mail is in hand: calls and chats go to others first
     * @param interrupts mails that would have had to be interrupted
     * @param idleSeconds since their last contact ended
     * @param occupancy part of today spent on contacts, 0 to 1
     */
    public record Candidate(String advisor, boolean mailOpen, int interrupts, long idleSeconds, double occupancy) {}
}
