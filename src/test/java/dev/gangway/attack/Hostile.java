package dev.gangway.attack;

import java.util.LinkedHashMap;
import java.util.Map;

/** Texts that would do something where somebody took them for more than text, each as JSON writes it. */
final class Hostile {

    /** What scripts in these texts would set. */
    static final String TRACE = "pwned";

    static final Map<String, String> TEXTS = new LinkedHashMap<>();

    static {
        TEXTS.put("a statement", "\"x'; drop table accounts; --\"");
        TEXTS.put("a condition", "\"' or '1'='1\"");
        TEXTS.put("a script", "\"<script>window.pwned=1</script>\"");
        TEXTS.put("an element", "\"<img src=x onerror='window.pwned=1'>\"");
        TEXTS.put("a closed attribute", "\"\\\"><svg onload=window.pwned=1>\"");
        TEXTS.put("an address of a script", "\"javascript:window.pwned=1\"");
        TEXTS.put("a path", "\"../../../../etc/passwd\"");
        TEXTS.put("an expression", "\"${7*7}#{7*7}{{7*7}}<%= 7*7 %>\"");
        TEXTS.put("a look-up", "\"${jndi:ldap://127.0.0.1:1/pwned}\"");
        TEXTS.put("a header", "\"a\\r\\nX-Pwned: 1\\r\\nSet-Cookie: pwned=1\"");
        TEXTS.put("a line of the log", "\"a\\n2026-01-01T00:00:00.000Z ERROR 1 --- pwned line\"");
        TEXTS.put("a formula", "\"=HYPERLINK(\\\"http://pwned.example/\\\")\"");
        TEXTS.put("another formula", "\"@SUM(1+9)*cmd|' /C calc'!A0\"");
        TEXTS.put("a formula behind a tab", "\"\\t=1+1\"");
        TEXTS.put("an end of a calendar", "\"a\\r\\nEND:VEVENT\\r\\nX-PWNED:1\"");
        TEXTS.put("nothing, as a character", "\"a\\u0000b\"");
        TEXTS.put("what rings and clears", "\"\\u0007\\u001b[2J\\u001b]0;pwned\\u0007\"");
        TEXTS.put("an emoji of several", "\"👩‍🚀🏴‍☠️\"");
        TEXTS.put("what turns the writing", "\"\\u202Egnp.exe\\u2066\"");
        TEXTS.put("half a character", "\"a\\ud800b\"");
        TEXTS.put("a noncharacter", "\"\\uffff\\ufffe\"");
        TEXTS.put("blanks", "\" \\u00a0\\u200b\\u2028 \"");
        TEXTS.put("a long text", "\"" + "a".repeat(200_000) + "\"");
        TEXTS.put("a longer text than a body may be", "\"" + "a".repeat(1 << 20) + "\"");
    }

    private Hostile() {}
}
