/** Advisors (asesoras y asesores): presence, skills and capacity. */
package mx.gob.edomex.catgem.workforce;
