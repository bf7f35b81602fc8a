package mx.gob.edomex.catgem.iso;

/** What in this system can answer a clause, with the rule by which its records become a colour. */
public enum EvidenceSource {
    /** Procedures in force, those signed by three. */
    PROCEDURES(LightRule.SHARE),
    /** Rules of the routing in force, published by two. */
    ROUTING_RULES(LightRule.SHARE),
    /** Texts of the privacy notice in force that are no proposal. */
    PRIVACY_NOTICE(LightRule.SHARE),
    /** The last reading of the whole log. */
    LOG(LightRule.CHECKED),
    /** The recounts of the last eight days. */
    RECOUNTS(LightRule.CHECKED),
    /** Objectives, those with somebody who answers for them. */
    OBJECTIVES(LightRule.SHARE),
    /** Objectives, those reached in the last whole month. */
    INDICATORS(LightRule.SHARE),
    /** Surveys of the last ninety days, those answered. */
    SURVEYS(LightRule.SHARE),
    /** People who do a step of a version in force, those trained for it. */
    TRAINING(LightRule.SHARE),
    /** Executions of the last ninety days, those without deviation. */
    CONFORMITY(LightRule.SHARE),
    /** What was found and waits for triage. */
    TRIAGE(LightRule.WAITING),
    /** Corrective actions past their day. */
    ACTIONS(LightRule.WAITING),
    /** Checks of effect past their day. */
    EFFECTS(LightRule.WAITING),
    /** The last internal audit that was closed. */
    AUDITS(LightRule.DONE),
    /** The last management review that was closed. */
    REVIEWS(LightRule.DONE),
    /** Decisions of reviews past their day. */
    DECISIONS(LightRule.WAITING),
    /** Entries in force, those whose review is not due. */
    KNOWLEDGE(LightRule.SHARE),
    /** Topics served under an agreement, those whose agreement is in force. */
    AGREEMENTS(LightRule.SHARE),
    /** Reports of wrong information past their time. */
    WRONG_INFORMATION(LightRule.WAITING),
    /** Requests for the disposal of personal data past their day. */
    DISPOSALS(LightRule.WAITING),
    /** The day on which supervision says that the climate was considered; declared, not measured. */
    CLIMATE(LightRule.DONE);

    private final LightRule rule;

    EvidenceSource(LightRule rule) {
        this.rule = rule;
    }

    public LightRule rule() {
        return rule;
    }
}
