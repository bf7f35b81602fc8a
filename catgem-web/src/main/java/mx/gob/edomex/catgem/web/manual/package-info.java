/** Screens of the manual of procedures: its versions, their preparation and their signatures. */
package mx.gob.edomex.catgem.web.manual;
