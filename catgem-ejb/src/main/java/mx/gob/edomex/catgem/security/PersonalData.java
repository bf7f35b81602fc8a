package mx.gob.edomex.catgem.security;

import java.util.Optional;
import java.util.SortedMap;
import mx.gob.edomex.catgem.shared.SubjectId;

/**
 * The one door to personal data. Everything a citizen says or is belongs to a subject and is sealed under that
 * subject's key; erasing the subject destroys the key, and with it every sealed byte wherever it is stored.
 * All methods join the caller's transaction.
 */
public interface PersonalData {

    /** Makes the subject and its key; does nothing when it exists. */
    void ensure(SubjectId subject);

    /** @throws SubjectErased when the subject's key was destroyed */
    byte[] seal(SubjectId subject, byte[] plain);

    /** @throws SubjectErased when the subject's key was destroyed */
    byte[] open(SubjectId subject, byte[] sealed);

    byte[] seal(SubjectId subject, String plain);

    /** The text, or empty when the subject was erased or the value is null: screens show "erased". */
    Optional<String> openText(SubjectId subject, byte[] sealed);

    /** Names: {@code name, email, phone, language…}; a null or blank value removes the field. */
    void put(SubjectId subject, String field, String value);

    Optional<String> get(SubjectId subject, String field);

    /** Makes the subject findable by a value (kind {@code email, phone, chat}) without storing the value readably. */
    void index(SubjectId subject, String kind, String value);

    /** The newest subject indexed under the value. */
    Optional<SubjectId> find(String kind, String value);

    /**
     * Stands for a value where it must be compared and not be read: the same value of a kind always has the same token, of
     * letters, digits, {@code -} and {@code _}; without the master key nobody can say which value it stands for.
     */
    String token(String kind, String value);

    /**
     * Destroys key, fields and look-ups of the subject, and everything that was sealed under the key, in whatever table it
     * stands. Rows that others refer to stay, empty.
     *
     * @return how many rows were emptied or deleted, by table
     */
    SortedMap<String, Integer> erase(SubjectId subject);
}
