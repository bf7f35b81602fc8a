package mx.gob.edomex.catgem.security;

/**
 * How an account stands now.
 *
 * @param mustChange it may do nothing but choose a password
 * @param epoch sessions that began in an earlier one are over
 */
public record AccountStanding(String username, boolean enabled, boolean mustChange, int epoch) {}
