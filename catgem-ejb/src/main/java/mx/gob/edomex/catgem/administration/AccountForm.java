package mx.gob.edomex.catgem.administration;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import mx.gob.edomex.catgem.security.Roles;
import mx.gob.edomex.catgem.shared.Language;

/**
 * What is to be said of a person: as typed, checked by {@link #checked}.
 *
 * @param channels skills of an advisor; ignored, and kept, of others
 * @param period of an auditor, who has one; ignored of others
 */
public record AccountForm(
        String staffNumber,
        String displayName,
        Language language,
        Set<String> roles,
        Set<String> channels,
        Set<String> languages,
        Set<String> topics,
        Period period) {

    /** Days, both included, on which an account lets in; both null when it always does. */
    public record Period(LocalDate from, LocalDate until) {

        public static final Period ALWAYS = new Period(null, null);

        /** Of an audit; who comes for longer is given more time in between. */
        static final int LONGEST_DAYS = 366;

        private boolean isSound() {
            return from != null
                    && until != null
                    && !until.isBefore(from)
                    && !until.isAfter(from.plusDays(LONGEST_DAYS - 1L));
        }
    }

    private static final Set<String> ALONE = Set.of(Roles.AUDITOR, Roles.INTEGRATION);

    /** Of somebody who comes for no period. */
    public AccountForm(
            String staffNumber,
            String displayName,
            Language language,
            Set<String> roles,
            Set<String> channels,
            Set<String> languages,
            Set<String> topics) {
        this(staffNumber, displayName, language, roles, channels, languages, topics, Period.ALWAYS);
    }

    public AccountForm {
        roles = new TreeSet<>(roles);
        channels = new TreeSet<>(channels);
        languages = new TreeSet<>(languages);
        topics = new TreeSet<>(topics);
    }

    public boolean isAdvisor() {
        return roles.contains(Roles.ADVISOR);
    }

    /** Names this state, for {@link AccountService#change}. */
    public String mark() {
        return Mark.of(this);
    }

    public boolean isAuditor() {
        return roles.contains(Roles.AUDITOR);
    }

    boolean isProgram() {
        return roles.contains(Roles.INTEGRATION);
    }

    /** The same without blanks around; throws the rule it breaks. */
    AccountForm checked() {
        AccountForm clean = new AccountForm(
                staffNumber == null ? "" : staffNumber.strip(),
                displayName == null ? "" : displayName.strip().replaceAll("\\s+", " "),
                language == null ? Language.ES : language,
                roles,
                channels,
                languages,
                topics,
                isAuditor() ? period : Period.ALWAYS);
        clean.check();
        return clean;
    }

    private void check() {
        if (!staffNumber.matches("[A-Za-z0-9-]{1,20}")) {
            throw new StaffNumberNotValid();
        }
        if (!displayName.matches("[\\p{L}\\p{M}\\p{N} .,'’-]{3,80}")) {
            throw new NameMissing();
        }
        if (roles.isEmpty()) {
            throw new RoleMissing();
        }
        if (roles.size() > 1 && roles.stream().anyMatch(ALONE::contains)) {
            throw new RolesDoNotMix();
        }
        if (isAdvisor() && (channels.isEmpty() || languages.isEmpty() || topics.isEmpty())) {
            throw new SkillsMissing();
        }
        if (isAuditor() && !period.isSound()) {
            throw new AuditorNeedsAPeriod();
        }
    }
}
