package mx.gob.edomex.catgem.review;

/** Stages of a management review; {@link ManagementReview} says what leads from one to the next. */
public enum ReviewState {
    PLANNED,
    ASSEMBLED,
    CLOSED
}
