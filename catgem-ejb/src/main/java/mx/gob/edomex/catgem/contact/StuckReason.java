package mx.gob.edomex.catgem.contact;

/** Why a contact is closed by somebody who does not attend it. */
public enum StuckReason {
    CITIZEN_GONE,
    ADVISOR_GONE,
    DUPLICATE,
    TECHNICAL_FAILURE,
    TEST
}
