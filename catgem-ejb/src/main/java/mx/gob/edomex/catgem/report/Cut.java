package mx.gob.edomex.catgem.report;

/**
 * Which contacts a figure is about; a null leaves the dimension open.
 *
 * @param advisor who attended last
 */
public record Cut(String channel, String entryPoint, String topic, String language, String priority, String advisor) {

    public static final Cut ALL = new Cut(null, null, null, null, null, null);

    public static Cut ofChannel(String channel) {
        return new Cut(channel, null, null, null, null, null);
    }

    public static Cut ofAdvisor(String advisor) {
        return new Cut(null, null, null, null, null, advisor);
    }
}
