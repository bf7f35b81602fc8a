package mx.gob.edomex.catgem.contact;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/** Where a page of contacts ended: the order is by creation, newest first, then by id. */
record ContactCursor(Instant createdAt, UUID id) {

    static ContactCursor of(ContactLine line) {
        return new ContactCursor(line.createdAt(), line.id());
    }

    /** @throws CursorInvalid when the text is not one of ours */
    static ContactCursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int bar = plain.indexOf('|');
            long micros = Long.parseLong(plain.substring(0, bar));
            return new ContactCursor(
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS), UUID.fromString(plain.substring(bar + 1)));
        } catch (RuntimeException e) {
            throw new CursorInvalid();
        }
    }

    /** PostgreSQL keeps microseconds, so nothing is lost. */
    @Override
    public String toString() {
        String plain = ChronoUnit.MICROS.between(Instant.EPOCH, createdAt) + "|" + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.US_ASCII));
    }
}
