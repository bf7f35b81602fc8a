/** Triage of what was found, the findings with their corrective actions, and what each person has to do. */
package mx.gob.edomex.catgem.web.correction;
