/** Who was trained for which version of which procedure: evaluations, what each version demands, and the matrix of both. */
package mx.gob.edomex.catgem.training;
