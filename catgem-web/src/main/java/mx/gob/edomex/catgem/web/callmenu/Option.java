package mx.gob.edomex.catgem.web.callmenu;

/** A choice of a list. */
public record Option(String code, String label) {}
