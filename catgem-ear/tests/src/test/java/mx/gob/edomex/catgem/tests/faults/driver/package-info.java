/** A small application beside the real one, through which tests act as advisors without a browser and have figures recounted. */
package mx.gob.edomex.catgem.tests.faults.driver;
