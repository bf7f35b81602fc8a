package mx.gob.edomex.catgem.channel.phone;

/**
 * Whether what is being said is recorded.
 *
 * @param paused by who attends; what is said meanwhile is left out
 * @param reason why nothing is recorded; null when it is, or is paused
 */
public record RecordingNow(boolean paused, RecordingReason reason) {}
