package mx.gob.edomex.catgem.channel.phone.flow;

/**
 * Puts recordings where the exchange plays them from. <strong>A port without an adapter:</strong> nothing implements or
 * calls it yet, and until something does no recording sounds in a call. The exchange's interface takes no files, so the
 * adapter has to reach its disk; only then may {@link FlowPrompt#recorded} name a recording, since what it names and the
 * exchange does not have is silence to whoever phones.
 */
public interface ExchangeSounds {

    /**
     * Resampled to what the exchange plays: 8 kHz, one channel.
     *
     * @param name by which the exchange is asked to play it, as {@link FlowPrompt#recorded} has it
     */
    void put(String name, byte[] wav);
}
