/** Screens of the administration: accounts, catalogues, settings and what was changed in them. */
package mx.gob.edomex.catgem.web.admin;
