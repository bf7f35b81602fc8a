package mx.gob.edomex.catgem.iso;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How figures become a colour. The two limits of each source are data, and today is a local day. */
public enum LightRule {
    /** {@code count} good ones {@code of} all, against two percentages; of none it is red, for nothing is on record. */
    SHARE {
        @Override
        Light of(EvidenceFigures figures, int green, int amber, LocalDate today) {
            if (figures.of() == 0) {
                return Light.RED;
            }
            long hundredfold = figures.count() * 100;
            return hundredfold >= green * figures.of()
                    ? Light.GREEN
                    : hundredfold >= amber * figures.of() ? Light.AMBER : Light.RED;
        }
    },
    /** {@code day} is since when the oldest waits or should have been done, against two numbers of days; none waits: green. */
    WAITING {
        @Override
        Light of(EvidenceFigures figures, int green, int amber, LocalDate today) {
            return figures.day() == null ? Light.GREEN : age(figures.day(), today, green, amber);
        }
    },
    /** {@code day} is when it was done last, good for {@code green} days; after that amber while {@code count} are on their way. */
    DONE {
        @Override
        Light of(EvidenceFigures figures, int green, int amber, LocalDate today) {
            if (figures.day() != null && ChronoUnit.DAYS.between(figures.day(), today) <= green) {
                return Light.GREEN;
            }
            return figures.count() > 0 ? Light.AMBER : Light.RED;
        }
    },
    /** {@code day} is when it was looked at last, against two numbers of days; {@code count} differences found are red at once. */
    CHECKED {
        @Override
        Light of(EvidenceFigures figures, int green, int amber, LocalDate today) {
            return figures.count() > 0 || figures.day() == null ? Light.RED : age(figures.day(), today, green, amber);
        }
    };

    abstract Light of(EvidenceFigures figures, int green, int amber, LocalDate today);

    private static Light age(LocalDate day, LocalDate today, int green, int amber) {
        long days = ChronoUnit.DAYS.between(day, today);
        return days <= green ? Light.GREEN : days <= amber ? Light.AMBER : Light.RED;
    }
}
