package mx.gob.edomex.catgem.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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

    private static Optional<LocalDate> brought(EntryField field, UpdateRow update, EntryText text) {
        return text.day(field)
                .filter(day -> !text.get(field).equals(update.base().get(field)));
    }

    static boolean hasEnglish(EntryText text) {
        return Stream.concat(ENGLISH.stream(), Stream.of(EntryField.KEYWORDS_EN))
                .anyMatch(field -> !text.get(field).isEmpty());
    }

    /** @param today days already behind count only where the update brings them: who mends an old entry is not held up */
    static void check(UpdateRow update, EntryText text, LocalDate today) {
        if (!missing(text).isEmpty()) {
            throw new TextIncomplete(update.id());
        }
        brought(EntryField.REVIEW_ON, update, text)
                .filter(day -> !day.isAfter(today))
                .ifPresent(day -> {
                    throw new ReviewDayPast(day);
                });
        Optional<LocalDate> from = text.day(EntryField.VALID_FROM);
        boolean neverValid = text.day(EntryField.VALID_UNTIL)
                .filter(until -> from.isPresent() && until.isBefore(from.get()))
                .isPresent();
        boolean alreadyOver = brought(EntryField.VALID_UNTIL, update, text)
                .filter(until -> until.isBefore(today))
                .isPresent();
        if (neverValid || alreadyOver) {
            throw new ValidityImpossible(update.id());
        }
        if (text.equals(update.base())) {
            throw new NothingChanged(update.id());
        }
    }
}
