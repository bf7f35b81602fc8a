/** What is left of the centre's work after its parts were killed or stopped; one centre for all of these tests, and for no other. */
package mx.gob.edomex.catgem.tests.faults;
