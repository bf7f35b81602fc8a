/** Management reviews: the list of them, and each with its inputs, minutes and decisions. */
package mx.gob.edomex.catgem.web.review;
