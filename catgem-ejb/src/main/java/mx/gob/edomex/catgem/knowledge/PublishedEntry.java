package mx.gob.edomex.catgem.knowledge;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import mx.gob.edomex.catgem.shared.Language;

/**
 * One published version of an entry (ficha), as an advisor reads it to a citizen.
 *
 * @param code the entry's short public name, such as RC-01; the same in every language
 * @param number counts the versions of the entry in this language, from 1
 * @param current false once a newer version has been published
 * @param validFrom the first local day on which it holds, or null
 * @param validUntil the last local day on which it holds, or null
 * @param reviewOn the local day on which an information officer looks at the entry again
 */
public record PublishedEntry(
        KnowledgeVersionId version,
        String code,
        int number,
        Language language,
        String topic,
        Agency agency,
        String title,
        String summary,
        EntryBody body,
        boolean current,
        Instant publishedAt,
        LocalDate reviewOn,
        LocalDate validFrom,
        LocalDate validUntil,
        EntryStanding standing)
        implements Serializable {}
