/** What runs beside the centre in its server, for what only its inside can do. */
package mx.gob.edomex.catgem.tests.storm.driver;
