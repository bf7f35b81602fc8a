package mx.gob.edomex.catgem.channel;

import java.util.Map;
import mx.gob.edomex.catgem.shared.ContactId;

/** The satisfaction survey where it is asked by voice and answered by keys. */
public interface KeypadSurvey {

    /** How many answers the survey in force has for the question; 0 when it does not ask it. */
    int answers(String question);

    /**
     * Keeps what was pressed; joins the caller's transaction. Does nothing when the contact was offered no survey, has
     * answered it, or comes too late.
     *
     * @param places of the answers, from 1, by the question's code
     */
    void answered(ContactId contact, Map<String, Integer> places);
}
