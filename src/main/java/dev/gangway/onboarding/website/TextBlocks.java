package dev.gangway.onboarding.website;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Collects the text of an element by paragraph, heading and list item, because a heading without a full stop would
 * otherwise run into the first sentence after it.
 */
final class TextBlocks implements NodeVisitor {

    private final List<String> blocks = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    private TextBlocks() {}

    static List<String> of(Element element) {
        TextBlocks collector = new TextBlocks();
        element.traverse(collector);
        collector.close();
        return List.copyOf(collector.blocks);
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            open.append(text.getWholeText());
        } else if (breaks(node)) {
            close();
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (breaks(node)) {
            close();
        }
    }

    private static boolean breaks(Node node) {
        return node instanceof Element element
                && (element.isBlock()
                        || element.normalName().equals("br")
                        || element.normalName().equals("td"));
    }

    private void close() {
        String text = PlainText.of(open.toString());
        if (!text.isEmpty()) {
            blocks.add(text);
        }
        open.setLength(0);
    }
}
