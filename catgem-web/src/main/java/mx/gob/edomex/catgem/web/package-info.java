/** Screens, sockets and the REST interface over the domain services. */
package mx.gob.edomex.catgem.web;
