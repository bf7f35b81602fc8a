package mx.gob.edomex.catgem.channel.phone.flow;

import mx.gob.edomex.catgem.shared.Language;

/**
 * Where a call stands in the menu.
 *
 * @param step goes on with everything that is said, and names it
 * @param misses how often nothing, or nothing that means anything, was pressed here
 * @param topic code, or empty: the entry point's own
 * @param noticed whether the privacy notice was heard to its end
 * @param refused whether the citizen refused to be recorded
 * @param end how it left the menu, or null while it is in it
 * @param survey what it is asked after the talk, or null before
 */
public record FlowState(
        String node,
        int step,
        int misses,
        Language language,
        String topic,
        boolean noticed,
        boolean refused,
        FlowEnd end,
        FlowSurvey survey) {

    public boolean isOver() {
        return survey == null ? end != null : survey.end() != null;
    }

    FlowState at(String next) {
        return new FlowState(next, step, 0, language, topic, noticed, refused, end, survey);
    }

    FlowState spoken() {
        return new FlowState(node, step + 1, misses, language, topic, noticed, refused, end, survey);
    }

    FlowState missed() {
        return new FlowState(node, step, misses + 1, language, topic, noticed, refused, end, survey);
    }

    FlowState in(Language chosen) {
        return new FlowState(node, step, misses, chosen, topic, noticed, refused, end, survey);
    }

    FlowState about(String code) {
        return new FlowState(node, step, misses, language, code, noticed, refused, end, survey);
    }

    FlowState withNotice() {
        return new FlowState(node, step, misses, language, topic, true, refused, end, survey);
    }

    FlowState withoutRecording() {
        return new FlowState(node, step, misses, language, topic, noticed, true, end, survey);
    }

    FlowState over(FlowEnd how) {
        return survey == null
                ? new FlowState(node, step, misses, language, topic, noticed, refused, how, null)
                : surveyed(survey.over(how));
    }

    FlowState surveyed(FlowSurvey now) {
        return new FlowState(node, step, misses, language, topic, noticed, refused, end, now);
    }
}
