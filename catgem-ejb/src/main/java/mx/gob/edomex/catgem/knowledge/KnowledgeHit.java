package mx.gob.edomex.catgem.knowledge;

import java.io.Serializable;
import mx.gob.edomex.catgem.shared.Language;

/**
 * One line of a search result.
 *
 * @param agency the agency's name in the language of the search
 * @param standing whether it can be relied on today
 * @param snippet the line of the entry that answers best, shortened around the words found
 */
public record KnowledgeHit(
        KnowledgeVersionId version,
        String code,
        int number,
        Language language,
        String topic,
        String agency,
        EntryStanding standing,
        HighlightedText title,
        HighlightedText snippet)
        implements Serializable {}
