package mx.gob.edomex.catgem.routing;

import java.util.ArrayList;
import java.util.List;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.shared.ContactId;

/**
 * One contact given to one advisor.
 *
 * @param waiting the contact as it waited
 * @param interrupts mails in the advisor's hands that make room for it
 */
public record Decision(WaitingContact waiting, String advisor, List<ContactId> interrupts, Explanation why) {

    public ContactId contact() {
        return waiting.contact();
    }

    /** The waiting of the contact it was made for. */
    public int epoch() {
        return waiting.epoch();
    }

    /** All decisions of one look as they go to the database, each with what it was made on. */
    public static List<Match> matches(List<Decision> decisions, Look look) {
        List<Match> matches = new ArrayList<>();
        for (Decision made : decisions) {
            DecisionBasis basis = new DecisionBasis(look, matches.size(), made.waiting());
            matches.add(new Match(
                    made.contact(),
                    made.epoch(),
                    made.advisor(),
                    made.interrupts(),
                    made.waiting().serviceClass(),
                    ExplanationJson.write(made.why(), basis)));
        }
        return matches;
    }
}
