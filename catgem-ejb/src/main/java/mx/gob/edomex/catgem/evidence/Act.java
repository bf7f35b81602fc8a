package mx.gob.edomex.catgem.evidence;

/**
 * What a step of attention is about, whatever procedure and version it stands in; the pinned version maps an act to
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
    CLOSE
}
