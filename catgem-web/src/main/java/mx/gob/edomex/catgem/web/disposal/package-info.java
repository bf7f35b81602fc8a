/** Pages of disposals: asking for the erasure of a person's data, carrying it out, the acts. */
package mx.gob.edomex.catgem.web.disposal;
