package mx.gob.edomex.catgem.channel.phone.flow;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a call is asked after the talk.
 *
 * @param answers place of the answer, from 1, by the question's code
 * @param end how it left, or null while it is asked
 */
public record FlowSurvey(Map<String, Integer> answers, FlowEnd end) {

    static final FlowSurvey BEGUN = new FlowSurvey(Map.of(), null);

    public FlowSurvey {
        answers = Map.copyOf(answers);
    }

    FlowSurvey with(String question, int place) {
        Map<String, Integer> more = new LinkedHashMap<>(answers);
        more.put(question, place);
        return new FlowSurvey(more, end);
    }

    FlowSurvey over(FlowEnd how) {
        return new FlowSurvey(answers, how);
    }
}
