/** The programming interface on the running centre: rights, repeats, limits, problem documents. */
package mx.gob.edomex.catgem.tests.api;
