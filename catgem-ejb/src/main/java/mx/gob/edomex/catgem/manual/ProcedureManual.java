package mx.gob.edomex.catgem.manual;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import mx.gob.edomex.catgem.evidence.ProcedureVersions;
import mx.gob.edomex.catgem.security.Roles;

/** Reads the manual as documents: which versions there are, what they say, how they differ. */
@Stateless
@RolesAllowed({Roles.INFORMATION, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR})
public class ProcedureManual {

    @Inject
    VersionRows rows;

    @Inject
    ProcedureVersions versions;

    /** Every version of every procedure, the newest of each first. */
    @RolesAllowed({Roles.INFORMATION, Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR, Roles.DIRECTION})
    public List<VersionCard> all() {
        return rows.all();
    }

    /**
     * Every version of a procedure, the newest first.
     *
     * @throws ProcedureUnknown when there is no such procedure
     */
    public List<VersionCard> of(String procedure) {
        List<VersionCard> found = rows.of(procedure);
        if (found.isEmpty()) {
            throw new ProcedureUnknown();
        }
        return found;
    }

    /** @throws VersionUnknown when there is none */
    public VersionCard one(UUID id) {
        return rows.one(id);
    }

    public ProcedureText text(VersionCard version) {
        return rows.text(version);
    }

    /** RFC 8785 JSON of what is sealed, or would be; of a draft there is none. */
    public String canonical(VersionCard version) {
        boolean inRows =
                version.state() == VersionState.IN_REVIEW || !version.sha256().isEmpty();
        return inRows ? versions.textOf(version.id()) : "";
    }

    /** SHA-256 of {@link #canonical}, in hexadecimal; empty where there is none. */
    public String hash(VersionCard version) {
        String canonical = canonical(version);
        return canonical.isEmpty() ? "" : VersionHash.of(canonical);
    }

    /** What is wrong with the text, errors first; empty when nothing is. */
    public List<TextFault> faults(VersionCard version, ProcedureText text) {
        return TextCheck.of(text, rows.context(version));
    }

    public TextDifference difference(ProcedureText before, ProcedureText after) {
        return TextDifference.of(before, after);
    }

    /** Types of evidence that a step can ask for. */
    public Set<String> evidence() {
        return new TreeSet<>(rows.evidence());
    }

    /** What an execution can end with. */
    public Set<String> outcomes() {
        return new TreeSet<>(rows.outcomes());
    }
}
