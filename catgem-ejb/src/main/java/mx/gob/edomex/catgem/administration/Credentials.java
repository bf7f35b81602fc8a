package mx.gob.edomex.catgem.administration;

/**
 * A password made by chance, to be shown once.
 *
 * @param oneTime whether it must be changed at the first sign-in; a program's secret stays
 */
public record Credentials(String username, String password, boolean oneTime) {}
