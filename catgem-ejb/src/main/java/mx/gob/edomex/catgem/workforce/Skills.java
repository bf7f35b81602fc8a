package mx.gob.edomex.catgem.workforce;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an advisor can attend, each skill with its level and the time in which it counts. */
public final class Skills {

    /** The highest level; a skill without a better word for it has this one. */
    public static final int EXPERT = 5;

    /** The kinds of skill a contact asks for, one of each. */
    public enum Kind {
        CHANNEL,
        LANGUAGE,
        TOPIC
    }

    /**
     * One skill.
     *
     * @param level 1, just trained, to {@link #EXPERT}
     * @param from when the training counts from, or null: always
     * @param until when the training or the agency's agreement ends, the earlier of both; null: never
     */
    public record Skill(Kind kind, String code, int level, Instant from, Instant until) {

        public Skill(Kind kind, String code) {
            this(kind, code, EXPERT, null, null);
        }

        boolean isValid(Instant now) {
            return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
        }
    }

    private final Map<Kind, Map<String, Skill>> byKind = new EnumMap<>(Kind.class);

    public Skills(List<Skill> skills) {
        for (Kind kind : Kind.values()) {
            byKind.put(
                    kind,
                    skills.stream()
                            .filter(skill -> skill.kind() == kind)
                            .collect(Collectors.toUnmodifiableMap(Skill::code, skill -> skill)));
        }
    }

    /** Whether the advisor ever learned it, be it valid or not. */
    public boolean has(Kind kind, String code) {
        return byKind.get(kind).containsKey(code);
    }

    /** @return the level, or 0 when there is no such skill or it does not count now */
    public int level(Kind kind, String code, Instant now) {
        Skill skill = byKind.get(kind).get(code);
        return skill == null || !skill.isValid(now) ? 0 : skill.level();
    }
}
