/** Figures and lists as files to take away: one writer for CSV and XLSX that says what the file is and puts it on record. */
package mx.gob.edomex.catgem.export;
