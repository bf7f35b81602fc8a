package mx.gob.edomex.catgem.knowledge;

import java.io.Serializable;
import java.util.List;

/**
 * What a search found, best first.
 *
 * @param corrected the words that were searched for instead when one of the words typed is not in any entry but is
 *     close to one that is; null when the words were taken as typed
 */
public record KnowledgeFindings(List<KnowledgeHit> hits, String corrected) implements Serializable {

    public KnowledgeFindings {
        hits = List.copyOf(hits);
    }
}
