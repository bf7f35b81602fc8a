package mx.gob.edomex.catgem.jms;

import java.util.List;
import java.util.Optional;
import mx.gob.edomex.catgem.contact.Dispatch;
import mx.gob.edomex.catgem.contact.Dispatch.Batch;
import mx.gob.edomex.catgem.contact.Dispatch.Match;
import mx.gob.edomex.catgem.contact.WaitingContact;
import mx.gob.edomex.catgem.routing.Matcher;
import mx.gob.edomex.catgem.routing.RoutingRules;
import mx.gob.edomex.catgem.routing.UniversalQueue.Token;
import mx.gob.edomex.catgem.workforce.AdvisorCapacity;
import mx.gob.edomex.catgem.workforce.ReadyAdvisor;

/** The centre as one owner of the matcher's lease sees it; every offer is made under that lease's epoch. */
record MatcherCentre(Dispatch dispatch, AdvisorCapacity capacity, RoutingRules rules, Tenure tenure)
        implements Matcher.Centre {

    @Override
    public List<ReadyAdvisor> ready() {
        tenure.renew();
        return capacity.ready();
    }

    @Override
    public List<WaitingContact> returned() {
        return dispatch.returned();
    }

    @Override
    public Optional<WaitingContact> waiting(Token token) {
        return dispatch.waiting(token.contact(), token.epoch());
    }

    @Override
    public Batch offer(List<Match> matches) {
        return dispatch.offer(matches, tenure.epoch());
    }
}
