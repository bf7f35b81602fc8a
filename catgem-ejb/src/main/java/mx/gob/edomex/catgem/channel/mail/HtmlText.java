package mx.gob.edomex.catgem.channel.mail;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of an HTML mail, one line a block, as somebody without pictures and colours would read them. */
final class HtmlText {

    /** Characters and tags up to which a mail's HTML is worth a tree; the longest newsletters have a tenth of it. */
    static final int MAX_CHARACTERS = 1_000_000;

    static final int MAX_TAGS = 10_000;

    private static final Set<String> BLOCKS = Set.of(
            "p", "div", "tr", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "ul", "ol", "hr", "br");
    private static final Set<String> SILENT = Set.of("script", "style", "head", "template", "noscript");

    private HtmlText() {}

    static boolean isReadable(String html) {
        return html.length() <= MAX_CHARACTERS
                && html.chars().filter(c -> c == '<').limit(MAX_TAGS + 1L).count() <= MAX_TAGS;
    }

    static String of(String html) {
        Document document = Jsoup.parse(html);
        document.select(String.join(",", SILENT)).remove();
        StringBuilder text = new StringBuilder();
        document.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.text());
                } else if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                    text.append('\n');
                }
            }
        });
        return text.toString();
    }

    /** Without a tree: whatever stands outside of angle brackets. */
    static String crude(String html) {
        StringBuilder text = new StringBuilder();
        boolean inTag = false;
        for (int i = 0; i < html.length() && text.length() < CleanText.MAX_BODY; i++) {
            char c = html.charAt(i);
            if (c == '<') {
                inTag = true;
            } else if (c == '>') {
                inTag = false;
            } else if (!inTag) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
