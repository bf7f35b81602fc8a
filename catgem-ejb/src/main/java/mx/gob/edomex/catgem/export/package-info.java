/** Figures and lists as files to take away (CSV, XLSX, PDF); each says what it is, and tables go on record. */
package mx.gob.edomex.catgem.export;
