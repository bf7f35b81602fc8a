/** What is left of the centre's work after its parts were killed or stopped; each test has a centre of its own. */
package mx.gob.edomex.catgem.tests.faults;
