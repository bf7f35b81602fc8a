package mx.gob.edomex.catgem.shared;

/** What an installation is, for ever: stamped at its creation and printed on its reports. */
public enum CentreMode {
    TRYOUT,
    PRODUCTION
}
