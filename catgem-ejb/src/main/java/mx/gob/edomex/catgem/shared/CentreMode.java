package mx.gob.edomex.catgem.shared;

import java.util.Locale;
import java.util.Optional;

/** What an installation is, for ever: stamped at its creation and printed on its reports. */
public enum CentreMode {
    TRYOUT,
    PRODUCTION;

    /** System property or environment variable that says what this server is to be; {@link #PRODUCTION} without it. */
    public static final String SETTING = "CATGEM_MODE";

    /** @throws IllegalArgumentException when it says something else */
    public static CentreMode wanted() {
        return of(Optional.ofNullable(System.getProperty(SETTING)).orElseGet(() -> System.getenv(SETTING)));
    }

    static CentreMode of(String setting) {
        if (setting == null || setting.isBlank()) {
            return PRODUCTION;
        }
        try {
            return valueOf(setting.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(SETTING + " is TRYOUT or PRODUCTION, and not " + setting, e);
        }
    }
}
