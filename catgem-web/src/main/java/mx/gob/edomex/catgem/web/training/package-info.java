/** The training matrix, a person's trainings, and the record of one. */
package mx.gob.edomex.catgem.web.training;
