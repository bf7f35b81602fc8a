package mx.gob.edomex.catgem.knowledge;

import java.io.Serializable;

/**
 * One of the 125 municipalities of the state.
 *
 * @param code INEGI key, 15001 to 15125
 * @param population people counted in the census of 2020 (INEGI)
 */
public record Municipality(int code, String name, String seat, int population) implements Serializable {}
