package mx.gob.edomex.catgem.contact;

import java.util.List;

/**
 * A page of a list, newest contact first.
 *
 * @param nextCursor opaque; null on the last page
 */
public record ContactPage(List<ContactLine> lines, String nextCursor) {}
