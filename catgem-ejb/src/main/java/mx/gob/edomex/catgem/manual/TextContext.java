package mx.gob.edomex.catgem.manual;

import java.util.Set;

/**
 * The centre that a text is looked at with.
 *
 * @param procedure its code, with which every step's code begins
 * @param roles those that somebody has, and {@code system}
 * @param evidence types of evidence the centre knows
 * @param outcomes what an execution can end with
 * @param base the text in force
 */
record TextContext(
        String procedure, Set<String> roles, Set<String> evidence, Set<String> outcomes, ProcedureText base) {}
