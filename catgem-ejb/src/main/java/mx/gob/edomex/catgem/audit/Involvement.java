package mx.gob.edomex.catgem.audit;

/**
 * What part somebody had in a scope.
 *
 * @param name of the person, as people know them
 * @param contacts they attended, coordinated or handled in any other way than as an auditor
 * @param texts versions of entries they wrote or reviewed, that were consulted in the contacts of the scope
 */
public record Involvement(String username, String name, int contacts, int texts) {

    public boolean any() {
        return contacts + texts > 0;
    }
}
