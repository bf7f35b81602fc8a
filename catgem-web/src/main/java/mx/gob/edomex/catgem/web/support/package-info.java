/** Where technical support works: what runs, what waits, what failed. */
package mx.gob.edomex.catgem.web.support;
