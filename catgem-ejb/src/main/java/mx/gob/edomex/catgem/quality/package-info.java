/** What the centre did against what its procedures ask: deviations, and the conformity report. */
package mx.gob.edomex.catgem.quality;
