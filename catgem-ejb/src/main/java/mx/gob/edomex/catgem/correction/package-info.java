/** From what was found to what was done about it: triage, findings, corrective action, and whether it helped. */
package mx.gob.edomex.catgem.correction;
