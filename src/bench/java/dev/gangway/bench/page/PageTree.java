package dev.gangway.bench.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a page shows, as the server has described it so far: elements by number, with tag, properties, text and children.
 *
 * <p>The numbers of lists and maps are those of Vaadin Flow's {@code NodeFeatureRegistry}.
 */
public final class PageTree {

    private static final int ELEMENT = 0;
    private static final int PROPERTIES = 1;
    private static final int CHILDREN = 2;
    private static final int ATTRIBUTES = 3;
    private static final int LISTENERS = 4;
    private static final int TEXT = 7;
    private static final int VIRTUAL_CHILDREN = 24;

    private final Map<Integer, Node> nodes = new HashMap<>();
    private final Map<String, JsonNode> constants = new HashMap<>();
    private final List<Integer> gone = new ArrayList<>();

    PageTree() {}

    /** One element, or one text. */
    public static final class Node {

        private final int id;
        private final Map<String, JsonNode> properties = new HashMap<>();
        private final Map<String, JsonNode> attributes = new HashMap<>();
        private final Map<String, String> listeners = new HashMap<>();
        private final List<Integer> children = new ArrayList<>();
        private final List<Integer> virtual = new ArrayList<>();
        private String tag = "";
        private String text = "";
        private boolean visible = true;

        private Node(int id) {
            this.id = id;
        }

        /** Its number, by which events name it. */
        public int id() {
            return id;
        }

        /** The name of the element; empty for a text. */
        public String tag() {
            return tag;
        }

        /** The value of a property, as JSON. */
        public Optional<JsonNode> property(String name) {
            return Optional.ofNullable(properties.get(name));
        }

        /** The value of an attribute, as JSON. */
        public Optional<JsonNode> attribute(String name) {
            return Optional.ofNullable(attributes.get(name));
        }

        /** The events that the server wants to be told about. */
        public List<String> events() {
            return List.copyOf(listeners.keySet());
        }

        private boolean is(String property, String value) {
            JsonNode has = properties.get(property);
            return has != null && has.isString() && has.stringValue().equals(value);
        }
    }

    /** The server tells everything anew. */
    void forget() {
        nodes.clear();
        gone.clear();
    }

    /** Takes over what an answer says has changed. */
    void apply(JsonNode uidl) {
        for (Map.Entry<String, JsonNode> constant : uidl.path("constants").properties()) {
            constants.put(constant.getKey(), constant.getValue());
        }
        for (JsonNode change : uidl.path("changes")) {
            apply(change, change.path("node").asInt(0));
        }
    }

    private void apply(JsonNode change, int id) {
        String type = change.path("type").stringValue();
        if (type.equals("detach")) {
            nodes.remove(id);
            gone.add(id);
            return;
        }
        Node node = nodes.computeIfAbsent(id, Node::new);
        int feature = change.path("feat").asInt(-1);
        switch (type) {
            case "put" -> put(node, feature, change.path("key").stringValue(), change.path("value"));
            case "remove" -> remove(node, feature, change.path("key").stringValue());
            case "clear" -> children(node, feature).ifPresent(List::clear);
            case "splice" -> children(node, feature).ifPresent(list -> splice(list, change));
            default -> {}
        }
    }

    private static void put(Node node, int feature, String key, JsonNode value) {
        switch (feature) {
            case ELEMENT -> {
                if (key.equals("tag")) {
                    node.tag = value.stringValue();
                } else if (key.equals("visible")) {
                    node.visible = value.booleanValue();
                }
            }
            case PROPERTIES -> node.properties.put(key, value);
            case ATTRIBUTES -> node.attributes.put(key, value);
            case LISTENERS -> node.listeners.put(key, value.stringValue());
            case TEXT -> node.text = value.asString();
            default -> {}
        }
    }

    private static void remove(Node node, int feature, String key) {
        switch (feature) {
            case PROPERTIES -> node.properties.remove(key);
            case ATTRIBUTES -> node.attributes.remove(key);
            case LISTENERS -> node.listeners.remove(key);
            default -> {}
        }
    }

    private static Optional<List<Integer>> children(Node node, int feature) {
        return switch (feature) {
            case CHILDREN -> Optional.of(node.children);
            case VIRTUAL_CHILDREN -> Optional.of(node.virtual);
            default -> Optional.empty();
        };
    }

    private static void splice(List<Integer> list, JsonNode change) {
        int index = change.path("index").intValue();
        for (int left = change.path("remove").asInt(0); left > 0; left--) {
            list.remove(/* index */ index);
        }
        for (JsonNode added : change.path("addNodes")) {
            list.add(index++, added.intValue());
        }
    }

    /** Which data the server wants with an event, by name; empty where it does not listen. */
    Optional<JsonNode> listener(Node node, String event) {
        return Optional.ofNullable(node.listeners.get(event)).map(constants::get);
    }

    /** The event that tells the server a new value of a property. */
    Optional<String> eventFor(Node node, String property) {
        return node.listeners.entrySet().stream()
                .filter(listener -> {
                    JsonNode says = constants.get(listener.getValue());
                    return says != null && says.has("}" + property);
                })
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }

    /** What the server wants to be told with an event, as expressions; nothing where it does not listen to it. */
    public List<String> wanted(Node node, String event) {
        return listener(node, event)
                .map(says -> List.copyOf(says.propertyNames()))
                .orElse(List.of());
    }

    /** The elements that the server takes no input from: they, or something around them, are disabled. */
    public List<Node> disabled() {
        return under(node -> isSet(node.properties.get("disabled")) || isSet(node.attributes.get("disabled")));
    }

    /** The elements that are not shown: they, or something around them, are hidden. */
    public List<Node> hidden() {
        return under(node -> !node.visible);
    }

    /** The numbers of what was there once and is not any more, in the order that it went. */
    public List<Integer> gone() {
        return gone.stream().filter(id -> !nodes.containsKey(id)).toList();
    }

    private List<Node> under(Predicate<Node> chosen) {
        Map<Integer, Node> found = new HashMap<>();
        nodes.values().stream().filter(chosen).forEach(node -> gather(node, found));
        return List.copyOf(found.values());
    }

    private void gather(Node node, Map<Integer, Node> found) {
        if (found.put(node.id, node) == null) {
            Stream.concat(node.children.stream(), node.virtual.stream())
                    .map(nodes::get)
                    .filter(Objects::nonNull)
                    .forEach(below -> gather(below, found));
        }
    }

    private static boolean isSet(@Nullable JsonNode value) {
        return value != null && !value.isNull() && !value.asString("").equals("false");
    }

    /** All elements and texts, hidden ones too. */
    public List<Node> all() {
        return Collections.unmodifiableList(new ArrayList<>(nodes.values()));
    }

    /** The visible element of a tag with such a label. */
    public Node field(String tag, String label) {
        return only(
                node -> node.tag.equals(tag)
                        && (node.is("label", label) || textOf(node).equals(label)),
                label);
    }

    /** The visible button with such words. */
    public Node button(String words) {
        return only(node -> node.tag.equals("vaadin-button") && says(node, words), words);
    }

    /** Whether these words stand somewhere on the page. */
    public boolean says(String words) {
        return nodes.values().stream().anyMatch(node -> node.text.contains(words));
    }

    /** Any visible element like this. */
    public Optional<Node> find(Predicate<Node> wanted) {
        return nodes.values().stream()
                .filter(node -> node.visible && wanted.test(node))
                .findFirst();
    }

    private Node only(Predicate<Node> wanted, String label) {
        return find(wanted).orElseThrow(() -> new NoSuchElementException("Not on the page: " + label));
    }

    private boolean says(Node node, String words) {
        return node.text.equals(words)
                || node.children.stream().anyMatch(child -> {
                    @Nullable Node below = nodes.get(child);
                    return below != null && says(below, words);
                });
    }

    /** The texts in and below an element, one after the other. */
    public String textOf(Node node) {
        StringBuilder all = new StringBuilder(node.text);
        for (int child : node.children) {
            @Nullable Node below = nodes.get(child);
            if (below != null) {
                all.append(textOf(below));
            }
        }
        return all.toString();
    }
}
