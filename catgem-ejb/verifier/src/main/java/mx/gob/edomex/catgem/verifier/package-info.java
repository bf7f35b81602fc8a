/** The offline verifier of evidence bundles: the platform's own classes and nothing of the centre's. */
package mx.gob.edomex.catgem.verifier;
