/** The satisfaction survey (encuesta de satisfacción): offered by the system to every eligible contact, answered once. */
package mx.gob.edomex.catgem.survey;
