package mx.gob.edomex.catgem.survey;

import java.net.URI;

/**
 * Addresses that citizens open from a mail. {@code CATGEM_PUBLIC_URL} is where the world finds the application; the
 * token stands behind a #, so that it reaches neither a log nor another site.
 */
final class SurveyLinks {

    private static final String NAME = "CATGEM_PUBLIC_URL";
    private static final String TRYOUT = "http://localhost:8080/catgem/";

    private SurveyLinks() {}

    static URI to(SurveyToken token) {
        String found = System.getProperty(NAME, System.getenv(NAME));
        String base = found == null || found.isBlank() ? TRYOUT : found.strip();
        return URI.create((base.endsWith("/") ? base : base + "/") + "public/survey/#" + token.value());
    }
}
