package mx.gob.edomex.catgem.channel.mail;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/**
 * What a mail says, plain and, when it came so, as HTML not yet cleaned.
 *
 * @param html null when all of it is plain
 */
record MailBody(String text, String html) {

    static final MailBody NOTHING = new MailBody("", null);

    /** HTML built to exhaust its reader is shown as the text between its tags. */
    static MailBody ofHtml(String html) {
        return HtmlText.isReadable(html)
                ? new MailBody(HtmlText.of(html), html)
                : new MailBody(HtmlText.crude(html), null);
    }

    /** Parts one after another: plain ones are shown between HTML ones too. */
    static MailBody joined(List<MailBody> bodies) {
        List<MailBody> some = bodies.stream().filter(body -> !body.isEmpty()).toList();
        String text = some.stream().map(MailBody::text).collect(Collectors.joining("\n\n"));
        boolean anyHtml = some.stream().anyMatch(body -> body.html != null);
        return new MailBody(
                text, anyHtml ? some.stream().map(MailBody::asHtml).collect(Collectors.joining("\n<br>\n")) : null);
    }

    /** The same content in several forms: the plain one as written, the richest one as HTML. */
    static MailBody alternative(List<MailBody> bodies) {
        MailBody plain = bodies.stream()
                .filter(body -> body.html == null && !body.isEmpty())
                .findFirst()
                .orElse(NOTHING);
        MailBody rich = bodies.stream()
                .filter(body -> body.html != null)
                .reduce((first, second) -> second)
                .orElse(NOTHING);
        return new MailBody(plain.isEmpty() ? rich.text : plain.text, rich.html);
    }

    boolean isEmpty() {
        return text.isBlank() && html == null;
    }

    private String asHtml() {
        return html != null ? html : Entities.escape(text).replace("\n", "<br>\n");
    }
}
