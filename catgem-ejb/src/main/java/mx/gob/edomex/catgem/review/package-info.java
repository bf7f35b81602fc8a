/** The management review (revisión por la dirección): inputs frozen as they stood, minutes, and decisions as tasks. */
package mx.gob.edomex.catgem.review;
