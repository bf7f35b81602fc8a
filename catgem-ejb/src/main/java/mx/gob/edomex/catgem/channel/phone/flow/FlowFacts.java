package mx.gob.edomex.catgem.channel.phone.flow;

import mx.gob.edomex.catgem.channel.WaitBand.Band;
import mx.gob.edomex.catgem.shared.Language;

/** What the menu has to know of the centre at this moment. */
public interface FlowFacts {

    /** The wait that a call in this language about this topic has to expect; an empty topic is the entry point's own. */
    Band wait(Language language, String topic);

    /** Whether this caller could be phoned back: the number is known, and somebody will be there. */
    boolean canCallBack();

    /** How many answers the survey has for the question; 0 when it does not ask it. */
    int answers(String question);
}
