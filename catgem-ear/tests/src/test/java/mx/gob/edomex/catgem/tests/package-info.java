/** Tests of the whole application as it is deployed, and the rules its architecture keeps. */
package mx.gob.edomex.catgem.tests;
