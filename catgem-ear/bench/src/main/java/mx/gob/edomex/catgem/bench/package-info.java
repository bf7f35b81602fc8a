/** Measures a running centre as its people feel it: desks and chat pages, opened and used as a browser does. */
package mx.gob.edomex.catgem.bench;
