package mx.gob.edomex.catgem.correction;

/**
 * What a finding is about; what it is compared with by.
 *
 * @param rule D1 to D10; null where it is no deviation
 * @param step null when it is about several steps or none
 */
public record Subject(FindingKind kind, String rule, String procedure, String step) {}
