/** Starts and stops everything the application needs on one machine, for trying it out and for its system tests. */
package mx.gob.edomex.catgem.launcher;
