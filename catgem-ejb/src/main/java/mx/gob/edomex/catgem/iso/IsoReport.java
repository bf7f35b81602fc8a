package mx.gob.edomex.catgem.iso;

/** The seven reports, by what each answers. */
public enum IsoReport {
    /** Which version of which document was in force at a moment. */
    ISO_01,
    /** All evidence of one folio; a bundle and not a list. */
    ISO_02,
    /** What was done of what the procedures ask. */
    ISO_03,
    /** The three objectives. */
    ISO_04,
    /** Agencies: agreements, how fresh what is told of them is, and what was wrong. */
    ISO_05,
    /** Who was told an entry, and what a folio was told. */
    ISO_06,
    /** Management reviews: inputs and decisions. */
    ISO_07;

    /** As people write it, {@code ISO-01}. */
    public String code() {
        return name().replace('_', '-');
    }

    /** Whether it leads to single contacts and who attended them, which the direction does not see. */
    public boolean isOfContacts() {
        return this == ISO_02 || this == ISO_06;
    }
}
