package mx.gob.edomex.catgem.knowledge;

/** What an officer edits of an entry; dates are ISO texts ({@code 2026-11-22}). */
public enum EntryField {
    TITLE_ES(200),
    SUMMARY_ES(600),
    BODY_ES(12_000),
    KEYWORDS_ES(400),
    TITLE_EN(200),
    SUMMARY_EN(600),
    BODY_EN(12_000),
    KEYWORDS_EN(400),
    TOPIC(60),
    AGENCY(60),
    VALID_FROM(10),
    VALID_UNTIL(10),
    REVIEW_ON(10);

    private final int longest;

    EntryField(int longest) {
        this.longest = longest;
    }

    /** Characters at most. */
    public int longest() {
        return longest;
    }
}
