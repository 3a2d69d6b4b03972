package dev.gangway.bench.forged;

import java.util.List;
import java.util.SplittableRandom;

/** Values that nobody typed. */
final class Junk {

    private static final List<String> TEXTS = List.of(
            "",
            "x",
            "' or 1=1 --",
            "<img src=x onerror=alert(1)>",
            "../../../etc/passwd",
            "${jndi:ldap://127.0.0.1/a}",
            "#{T(Runtime).getRuntime().exec('id')}",
            "line\r\nSet-Cookie: a=b",
            "=cmd|' /C calc'!A0",
            "\u0000\u0007\u001b[31m",
            "مرحبا\u202e",
            "👩‍🚀",
            "9999-99-99",
            "1e400",
            "https://127.0.0.1/",
            "018f0000-0000-7000-8000-000000000000");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "2147483648",
            "1e308",
            "0.1",
            "[]",
            "{}",
            "[null]",
            "[[[[[[]]]]]]",
            "{\"nodeId\":1}",
            "{\"@v-node\":1}",
            "{\"@v\":[0,1]}",
            "[\"USER\",\"TRAINER\",\"ADMIN\"]");

    private final SplittableRandom random;

    Junk(SplittableRandom random) {
        this.random = random;
    }

    String text() {
        return switch (random.nextInt(20)) {
            case 0 -> "a".repeat(random.nextInt(1, 20_000));
            case 1 -> Long.toString(random.nextLong());
            default -> one(TEXTS);
        };
    }

    /** A value as JSON, of any type. */
    String value() {
        return random.nextInt(2) == 0 ? one(VALUES) : Json.quoted(text());
    }

    /** A body that is no message, of at most half a megabyte and seldom that large. */
    String body() {
        return switch (random.nextInt(14)) {
            case 0 -> "";
            case 1 -> "{";
            case 2 -> "[]";
            case 3 -> "null";
            case 4 -> "{}";
            case 5 -> "\u0000";
            case 6 -> nested(random.nextInt(1, random.nextInt(50) == 0 ? 200_000 : 2_000));
            case 7 -> "{\"csrfToken\":[],\"rpc\":{},\"syncId\":\"a\",\"clientId\":{}}";
            case 8 -> "{\"rpc\":" + "[".repeat(900) + "]".repeat(900) + "}";
            case 9 -> Json.quoted("a".repeat(random.nextInt(40) == 0 ? 500_000 : 500));
            case 10 -> "{\"csrfToken\":\"\",\"csrfToken\":\"init\",\"rpc\":[]}";
            case 11 -> "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>";
            case 12 -> "{\"csrfToken\":\"" + "9".repeat(3_000) + "\",\"rpc\":null,\"syncId\":1e999,\"clientId\":-0}";
            default -> value();
        };
    }

    /** Invocations that are none, for a message that is otherwise in order. */
    String invocation() {
        return switch (random.nextInt(12)) {
            case 0 -> "null";
            case 1 -> "[]";
            case 2 -> "{}";
            case 3 -> "{\"type\":null}";
            case 4 -> "{\"type\":" + value() + ",\"node\":" + value() + "}";
            case 5 -> "{\"type\":\"event\",\"node\":\"1\",\"event\":{},\"data\":[]}";
            case 6 -> "{\"type\":\"event\",\"node\":1e300,\"event\":\"click\"}";
            case 7 ->
                "{\"type\":\"mSync\",\"node\":1,\"feature\":" + random.nextInt(-1, 40)
                        + ",\"property\":\"a\",\"value\":1}";
            case 8 ->
                "{\"type\":\"mSync\",\"node\":1,\"feature\":1,\"property\":" + value() + ",\"value\":" + nested(300)
                        + "}";
            case 9 -> "{\"type\":\"java.lang.Runtime\",\"node\":1,\"exec\":\"id\"}";
            case 10 -> "{\"type\":\"navigation\",\"location\":" + value() + "}";
            default -> "{\"type\":\"event\",\"node\":-" + random.nextInt(1, 9) + ",\"event\":" + value() + "}";
        };
    }

    private static String nested(int deep) {
        return "{\"a\":[".repeat(deep) + "]}".repeat(deep);
    }

    private String one(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
