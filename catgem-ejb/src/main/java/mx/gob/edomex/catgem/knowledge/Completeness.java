package mx.gob.edomex.catgem.knowledge;

import java.util.List;
import java.util.stream.Stream;
import mx.gob.edomex.catgem.knowledge.UpdateRows.UpdateRow;

/** What every text needs before somebody else is asked to read it. */
final class Completeness {

    private static final List<EntryField> ALWAYS = List.of(
            EntryField.TOPIC, EntryField.AGENCY, EntryField.TITLE_ES, EntryField.SUMMARY_ES, EntryField.BODY_ES);
    private static final List<EntryField> ENGLISH =
            List.of(EntryField.TITLE_EN, EntryField.SUMMARY_EN, EntryField.BODY_EN);

    private Completeness() {}

    /** The fields that are missing or, being days, are none. */
    static List<EntryField> missing(EntryText text) {
        boolean english = hasEnglish(text);
        return Stream.of(
                        ALWAYS.stream().filter(field -> text.get(field).isEmpty()),
                        ENGLISH.stream()
                                .filter(field -> english && text.get(field).isEmpty()),
                        Stream.of(EntryField.REVIEW_ON)
                                .filter(field -> text.day(field).isEmpty()),
                        Stream.of(EntryField.VALID_FROM, EntryField.VALID_UNTIL)
                                .filter(field -> !text.get(field).isEmpty()
                                        && text.day(field).isEmpty()))
                .flatMap(fields -> fields)
                .toList();
    }

    static boolean hasEnglish(EntryText text) {
        return Stream.concat(ENGLISH.stream(), Stream.of(EntryField.KEYWORDS_EN))
                .anyMatch(field -> !text.get(field).isEmpty());
    }

    static void check(UpdateRow update, EntryText text) {
        if (!missing(text).isEmpty()) {
            throw new TextIncomplete(update.id());
        }
        if (text.equals(update.base())) {
            throw new NothingChanged(update.id());
        }
    }
}
