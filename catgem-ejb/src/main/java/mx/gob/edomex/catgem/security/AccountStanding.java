package mx.gob.edomex.catgem.security;

/**
 * How an account stands now.
 *
 * @param enabled it lets somebody in: not disabled, and within its period if it has one
 * @param mustChange it may do nothing but choose a password
 * @param epoch sessions that began in an earlier one are over
 */
public record AccountStanding(String username, boolean enabled, boolean mustChange, int epoch) {}
