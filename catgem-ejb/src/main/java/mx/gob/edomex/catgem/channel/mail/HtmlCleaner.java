package mx.gob.edomex.catgem.channel.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import mx.gob.edomex.catgem.channel.MailMarkup;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Makes a stranger's HTML safe to show: an allow-list of elements, nothing loaded from elsewhere, links that open apart
 * and tell nobody where they were clicked. Quoted mails are folded into a {@code details} element.
 */
final class HtmlCleaner {

    private static final String QUOTES = "div.gmail_quote, div.gmail_quote_container, blockquote[type=cite],"
            + " div.yahoo_quoted, div.moz-signature, div.gmail_signature, div#Signature, div.protonmail_quote";
    private static final String OUTLOOK =
            "div#divRplyFwdMsg, div#appendonsend, div#mail-editor-reference-message-container";

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "div",
                    "span",
                    "br",
                    "hr",
                    "b",
                    "strong",
                    "i",
                    "em",
                    "u",
                    "s",
                    "sub",
                    "sup",
                    "small",
                    "big",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "blockquote",
                    "pre",
                    "code",
                    "table",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "caption",
                    "center",
                    "font",
                    "a",
                    "img",
                    "details",
                    "summary")
            .allowWithoutAttributes("span", "font", "a", "img")
            .allowUrlProtocols("https", "http", "mailto", "tel")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("target")
            .matching(Pattern.compile("_blank"))
            .onElements("a")
            .requireRelsOnLinks("noopener", "noreferrer", "nofollow")
            .allowAttributes("alt", "title")
            .onElements("img")
            .allowAttributes("width", "height")
            .matching(Pattern.compile("\\d{1,4}%?"))
            .onElements("img", "td", "th")
            .allowAttributes(MailMarkup.REMOTE_IMAGE)
            .matching(Pattern.compile("https?://\\S{1,2000}"))
            .onElements("img")
            .allowAttributes(MailMarkup.ATTACHED_IMAGE)
            .matching(Pattern.compile("[0-9a-f-]{36}"))
            .onElements("img")
            .allowAttributes("colspan", "rowspan")
            .matching(Pattern.compile("\\d{1,3}"))
            .onElements("td", "th")
            .allowAttributes("class")
            .matching(Pattern.compile(MailMarkup.FOLD_CLASS))
            .onElements("details")
            .allowStyling(CssSchema.withProperties(
                    List.of("text-align", "font-weight", "font-style", "text-decoration", "list-style-type")))
            .toFactory();

    private HtmlCleaner() {}

    /** @param inline ids of the stored attachments by content id, for images that came with the mail */
    static String clean(String html, Map<String, UUID> inline) {
        Document document = Jsoup.parse(html);
        document.outputSettings().prettyPrint(false);
        document.select("script, style, head, template, noscript, iframe, object, embed, form")
                .remove();
        document.select("details").unwrap();
        document.select("a[href]").attr("target", "_blank");
        document.select("img").forEach(image -> markImage(image, inline));
        fold(document);
        return POLICY.sanitize(document.body().html());
    }

    private static void markImage(Element image, Map<String, UUID> inline) {
        String source = image.attr("src").strip();
        image.removeAttr(MailMarkup.REMOTE_IMAGE).removeAttr(MailMarkup.ATTACHED_IMAGE);
        if (source.regionMatches(true, 0, "cid:", 0, 4)) {
            UUID attachment = inline.get(source.substring(4));
            if (attachment != null) {
                image.attr(MailMarkup.ATTACHED_IMAGE, attachment.toString());
            }
        } else if (source.regionMatches(true, 0, "http", 0, 4)) {
            image.attr(MailMarkup.REMOTE_IMAGE, source);
        }
        image.removeAttr("src");
        if (!image.hasAttr("alt")) {
            image.attr("alt", ""); // a screen reader would read the address out instead
        }
    }

    private static void fold(Document document) {
        Element outlook = document.selectFirst(OUTLOOK);
        if (outlook != null && outlook.parent() != null) {
            wrap(outlook, outlook.nextElementSiblings());
        }
        Element quote = document.selectFirst(QUOTES);
        if (quote != null && quote.closest("details") == null) {
            wrap(quote, new Elements());
        }
    }

    private static void wrap(Element first, Elements following) {
        Element details = new Element("details").addClass(MailMarkup.FOLD_CLASS);
        first.before(details);
        details.appendElement("summary").text("⋯");
        details.appendChild(first);
        following.forEach(details::appendChild);
    }
}
