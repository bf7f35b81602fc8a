package mx.gob.edomex.catgem.channel.phone;

/**
 * Who listens to a call.
 *
 * @param attempt the number of their telephone among those rung for the call
 * @param ear the number of what hears at the advisor's line; null while there is none
 * @param up whether they have picked up
 */
public record Listener(String username, ListenMode mode, int attempt, Integer ear, boolean up) {

    boolean isTalking() {
        return up && mode == ListenMode.SPEAK;
    }
}
