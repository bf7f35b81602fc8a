package mx.gob.edomex.catgem.quality;

import java.util.List;

/**
 * An execution read against its procedure version. The four lists of step codes part what it owed; late ones are among
 * those done.
 *
 * @param outcome by which it is known what it owed; null in a procedure without outcomes
 * @param earlyExit an authorised end after the assignment that owes fewer steps
 * @param staff who was assigned last, or ended it
 */
record Conformity(
        String outcome,
        boolean earlyExit,
        String staff,
        List<String> measured,
        List<String> declared,
        List<String> skipped,
        List<String> missing,
        List<String> late,
        List<Deviation> deviations) {}
