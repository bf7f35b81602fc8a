package mx.gob.edomex.catgem.security;

/** The roles of DOMAIN §2, as stored and as named on services and pages. */
public final class Roles {

    public static final String ADVISOR = "advisor";
    public static final String COORDINATOR = "coordinator";
    public static final String INFORMATION = "information";
    public static final String SUPERVISOR = "supervisor";
    public static final String AUDITOR = "auditor";
    public static final String DIRECTION = "direction";
    public static final String SUPPORT = "support";
    public static final String INTEGRATION = "integration";

    /** The centre itself: matcher, consumers, sweeps ({@code @RunAs}); no person has it. */
    public static final String SYSTEM = "system";

    private Roles() {}
}
