package mx.gob.edomex.catgem.security;

import java.util.Optional;
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

    /** Destroys key, fields and look-ups of the subject. */
    void erase(SubjectId subject);
}
