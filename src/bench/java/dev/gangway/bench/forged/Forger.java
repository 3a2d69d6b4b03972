package dev.gangway.bench.forged;

import dev.gangway.bench.page.PageClient;
import dev.gangway.bench.page.PageTree;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the calls of forged messages for an open page, as JSON. */
final class Forger {

    private static final List<String> EVENTS = List.of(
            "click",
            "change",
            "input",
            "value-changed",
            "checked-changed",
            "opened-changed",
            "items-changed",
            "selected-changed",
            "submit",
            "login",
            "confirm",
            "cancel",
            "keydown",
            "blur",
            "ui-leave-navigation",
            "ui-refresh",
            "ui-poll",
            "upload-start",
            "item-click",
            "sort-changed");

    private static final List<String> PROPERTIES = List.of(
            "disabled",
            "readonly",
            "hidden",
            "visible",
            "innerHTML",
            "textContent",
            "outerHTML",
            "items",
            "label",
            "href",
            "src",
            "target",
            "action",
            "headers",
            "maxFiles",
            "required",
            "min",
            "max",
            "pattern",
            "tag",
            "payload",
            "role",
            "_class",
            "enabled",
            "onclick");

    private static final List<String> UNPUBLISHED = List.of(
            "getClass",
            "hashCode",
            "toString",
            "finalize",
            "setVisible",
            "setEnabled",
            "removeAll",
            "removeFromParent",
            "beforeEnter",
            "onAttach",
            "onDetach",
            "getElement",
            "close",
            "next",
            "finish",
            "skip",
            "save",
            "publish",
            "delete",
            "assign",
            "approve",
            "getUI",
            "navigate",
            "lambda$new$0",
            "click",
            "access",
            "setSession",
            "getTranslation",
            "reload");

    /** What components of the framework publish. */
    private static final List<String> PUBLISHED = List.of(
            "confirmUpdate",
            "setViewportRange",
            "setRequestedRange",
            "setDataRequest",
            "select",
            "deselect",
            "selectAll",
            "deselectAll",
            "sortersChanged",
            "updateExpandedState",
            "setDetailsVisible",
            "setParentRequestedRange",
            "getItemAsJson",
            "resetDataCommunicator",
            "setShiftKeyDown",
            "filterChanged",
            "leaveNavigation",
            "connectClient",
            "browserNavigate",
            "setTooltipText",
            "setDatePickerI18n",
            "handleClientClose",
            "requestPage",
            "openChanged",
            "onMenuItemClick",
            "}p");

    private final PageClient page;
    private final SplittableRandom random;
    private final Junk junk;

    Forger(PageClient page, SplittableRandom random) {
        this.page = page;
        this.random = random;
        this.junk = new Junk(random);
    }

    /** Something that the page offers: one event of one of its elements, told as its script would. */
    String offered() {
        List<PageTree.Node> listening = tree().all().stream()
                .filter(node -> !node.events().isEmpty() && node.id() != 1)
                .toList();
        return listening.isEmpty() ? event(1, "ui-poll", "{}") : eventOf(one(listening));
    }

    /** A click on one of the buttons. */
    String pressed() {
        List<PageTree.Node> buttons = tree().all().stream()
                .filter(node -> node.tag().equals("vaadin-button") || node.tag().equals("button"))
                // Everybody may log out; whoever has, sends nothing that is worth looking at.
                .filter(node -> !tree().textOf(node).contains("Log out"))
                .toList();
        return buttons.isEmpty() ? offered() : event(one(buttons), "click");
    }

    /** A value and the event that tells of it, for one of the fields. */
    String typed() {
        List<PageTree.Node> fields = tree().all().stream()
                .filter(node -> node.events().stream()
                        .anyMatch(event -> tree().wanted(node, event).stream().anyMatch(says -> says.startsWith("}"))))
                .toList();
        return fields.isEmpty() ? offered() : typed(one(fields));
    }

    private String typed(PageTree.Node field) {
        return field.events().stream()
                .flatMap(event -> tree().wanted(field, event).stream()
                        .filter(says -> says.startsWith("}"))
                        .map(says -> property(field.id(), says.substring(1), junk.value()) + "," + event(field, event)))
                .collect(Collectors.joining(","));
    }

    /** Events and values for elements that take none; nothing where the page has none. */
    String on(List<PageTree.Node> elements) {
        if (elements.isEmpty()) {
            return "";
        }
        PageTree.Node node = one(elements);
        return switch (random.nextInt(4)) {
            case 0 -> property(node.id(), random.nextInt(2) == 0 ? "value" : "checked", junk.value());
            case 1 -> typed(node).isEmpty() ? event(node, "click") : typed(node);
            case 2 -> event(node.id(), one(EVENTS), "{}");
            default -> node.events().isEmpty() ? event(node, "click") : eventOf(node);
        };
    }

    /** Takes away what stands in the way of an element, and uses it. */
    String enabledByHand() {
        List<PageTree.Node> elements = Stream.concat(tree().disabled().stream(), tree().hidden().stream())
                .toList();
        if (elements.isEmpty()) {
            return undeclared();
        }
        PageTree.Node node = one(elements);
        return property(node.id(), "disabled", "false")
                + "," + property(node.id(), "hidden", "false")
                + "," + property(node.id(), "visible", "true")
                + "," + event(node, "click");
    }

    String removed() {
        List<Integer> gone = tree().gone();
        return gone.isEmpty()
                ? event(1_000_000 + random.nextInt(1_000), "click", "{}")
                : switch (random.nextInt(3)) {
                    case 0 -> property(one(gone), "value", junk.value());
                    case 1 -> call(one(gone), one(PUBLISHED), "[]");
                    default -> event(one(gone), one(EVENTS), "{}");
                };
    }

    String undeclared() {
        return property(any(), one(PROPERTIES), junk.value());
    }

    String unpublished() {
        return call(any(), one(UNPUBLISHED), arguments());
    }

    String published() {
        return call(any(), one(PUBLISHED), arguments());
    }

    /** Any number, any event. */
    String guessed() {
        int node = random.nextInt(-2, 3_000);
        return switch (random.nextInt(4)) {
            case 0 -> property(node, "value", junk.value());
            case 1 -> "{\"type\":\"event\",\"node\":" + junk.value() + ",\"event\":" + junk.value() + "}";
            case 2 -> event(node, one(EVENTS), "{\"event.key\":" + junk.value() + ",\"key\":" + junk.value() + "}");
            default -> event(node, one(EVENTS), "{}");
        };
    }

    /** Events of an element of another page, by its number there. */
    String foreign(PageTree other) {
        List<PageTree.Node> listening =
                other.all().stream().filter(node -> !node.events().isEmpty()).toList();
        if (listening.isEmpty()) {
            return guessed();
        }
        PageTree.Node node = one(listening);
        return event(node.id(), one(node.events()), data(other, node, one(node.events())));
    }

    String attached() {
        int node = any();
        return switch (random.nextInt(3)) {
            case 0 ->
                "{\"type\":\"attachExistingElement\",\"node\":" + node + ",\"attachReqId\":" + any()
                        + ",\"attachAssignedId\":" + any() + ",\"attachTagName\":\"div\",\"attachIndex\":0}";
            case 1 ->
                "{\"type\":\"attachExistingElementById\",\"node\":" + node + ",\"attachReqId\":" + any()
                        + ",\"attachAssignedId\":" + any() + ",\"attachId\":\"a\"}";
            default -> "{\"type\":\"attachTemplateChild\",\"node\":" + node + ",\"attachReqId\":" + any() + "}";
        };
    }

    String channel() {
        return "{\"type\":\"channel\",\"node\":" + any() + ",\"channel\":" + random.nextInt(5_000, 9_000) + ",\"args\":"
                + (random.nextInt(3) == 0 ? junk.value() : arguments()) + "}";
    }

    String route(String route, String query) {
        String data = "{\"route\":" + Json.quoted(route) + ",\"query\":" + Json.quoted(query)
                + ",\"appShellTitle\":\"\",\"historyState\":{\"idx\":0},\"trigger\":\"\"}";
        return event(1, "ui-navigate", data);
    }

    Junk junk() {
        return junk;
    }

    /** A message with these calls, numbered as the next one, but as far from it as told. */
    String message(String calls, String key, long further) {
        return "{\"csrfToken\":" + Json.quoted(key) + ",\"rpc\":[" + calls + "],\"syncId\":" + page.syncId()
                + ",\"clientId\":" + (page.clientId() + further) + "}";
    }

    private String eventOf(PageTree.Node node) {
        return event(node, one(node.events()));
    }

    private String event(PageTree.Node node, String event) {
        return event(node.id(), event, data(tree(), node, event));
    }

    private static String data(PageTree tree, PageTree.Node node, String event) {
        return tree.wanted(node, event).stream()
                .filter(says -> !says.startsWith("}"))
                .map(says -> Json.quoted(says) + ":"
                        + (says.endsWith("Key") ? "false" : says.contains("key") ? "\"\"" : "1"))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String event(int node, String event, String data) {
        return "{\"type\":\"event\",\"node\":" + node + ",\"event\":" + Json.quoted(event) + ",\"data\":" + data + "}";
    }

    private static String property(int node, String property, String value) {
        return "{\"type\":\"mSync\",\"node\":" + node + ",\"feature\":1,\"property\":" + Json.quoted(property)
                + ",\"value\":" + value + "}";
    }

    private static String call(int node, String method, String arguments) {
        return "{\"type\":\"publishedEventHandler\",\"node\":" + node + ",\"templateEventMethodName\":"
                + Json.quoted(method) + ",\"templateEventMethodArgs\":" + arguments + ",\"promise\":0}";
    }

    private String arguments() {
        List<String> values = new ArrayList<>();
        for (int left = random.nextInt(4); left > 0; left--) {
            values.add(random.nextInt(3) == 0 ? junk.value() : Integer.toString(random.nextInt(-2, 500)));
        }
        return values.toString();
    }

    private int any() {
        List<PageTree.Node> all = tree().all();
        return all.isEmpty() ? 1 : one(all).id();
    }

    private PageTree tree() {
        return page.tree();
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
