/** The manual of procedures as controlled documents: drafted, checked, compared, signed by three people, and printed. */
package mx.gob.edomex.catgem.manual;
