/** The auditor's pages: the conformity report, and the folios and deviations behind its figures. */
package mx.gob.edomex.catgem.web.quality;
