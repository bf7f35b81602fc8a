package mx.gob.edomex.catgem.evidence;

/**
 * What a step of a procedure is about, whatever procedure and version it stands in; the pinned version maps an act to
 * its own step code (AVC-07, AVT-07…). Acts a version does not have are not recorded.
 */
public enum Act {
    ENTERS_QUEUE,
    ASSIGNED,
    GREETING,
    NOTICE,
    CLASSIFY,
    COMPETENCE,
    CONSULT,
    DELIVER,
    CONFIRM,
    REFER,
    SECOND_READING,
    SEND,
    SURVEY,
    CLOSE,

    /** From here on: the update of the knowledge base (ABD). A supporting document is registered. */
    DOCUMENT,
    WORK_LOG,
    VALIDATE_SOURCE,
    CAPTURE,
    REVIEW,
    /** Advisors can see the new version. */
    PUBLISH,
    NOTIFY,
    CHECK_PUBLISHED,

    /** Of the publication of rules (PRF), with CAPTURE, REVIEW and PUBLISH: a day was replayed under them. */
    REPLAY,

    /** Of the control of procedures (PCD), with CAPTURE, REVIEW and PUBLISH: a third person signs the version. */
    AUTHORISE
}
