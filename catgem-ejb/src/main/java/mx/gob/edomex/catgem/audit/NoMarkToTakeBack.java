package mx.gob.edomex.catgem.audit;

import mx.gob.edomex.catgem.shared.Violation;

/** What was said about a folio is taken back once, by who said it, before the report. */
public class NoMarkToTakeBack extends Violation {
    public NoMarkToTakeBack() {
        super("there is no such mark to take back");
    }
}
