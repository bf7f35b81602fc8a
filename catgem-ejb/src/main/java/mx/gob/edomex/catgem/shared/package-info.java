/** What every domain stands on: identities, languages, the clock, the installation, leases, alerts and signals. */
package mx.gob.edomex.catgem.shared;
