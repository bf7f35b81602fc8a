package mx.gob.edomex.catgem.workforce;

/** An advisor may have become eligible; a hint for the matcher, sent when the transaction commits. */
public record AdvisorAvailable(String username) {}
