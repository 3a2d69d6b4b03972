package dev.gangway.onboarding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The services whose API keys can be given, each with what its keys look like. */
public enum Provider {
    OPENAI("OpenAI", true, "sk-", 20),
    ANTHROPIC("Anthropic", true, "sk-ant-", 20),
    GEMINI("Gemini", true, "AIza", 30),
    MISTRAL("Mistral", true, "", 20),
    EXA("Exa", false, "", 36),
    TAVILY("Tavily", false, "", 10),
    SERPER("Serper", false, "", 10),
    FIRECRAWL("Firecrawl", false, "", 10),
    COPILOTKIT("CopilotKit", false, "ck_pub_", 20);

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final String title;
    private final boolean main;
    private final String prefix;
    private final int minLength;

    Provider(String title, boolean main, String prefix, int minLength) {
        this.title = title;
        this.main = main;
        this.prefix = prefix;
        this.minLength = minLength;
    }

    /** The provider of an id in the API. */
    public static Optional<Provider> of(String id) {
        return Arrays.stream(values())
                .filter(provider -> provider.id().equals(id))
                .findFirst();
    }

    /** Those of whom at least one key is needed. */
    public static List<Provider> mainOnes() {
        return Arrays.stream(values()).filter(Provider::isMain).toList();
    }

    /** Those that do not write texts. */
    public static List<Provider> others() {
        return Arrays.stream(values()).filter(provider -> !provider.isMain()).toList();
    }

    /** The name in tables and the API. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What people call it. */
    public String title() {
        return title;
    }

    /** Whether it writes texts, so that its key alone is enough to begin. */
    public boolean isMain() {
        return main;
    }

    /** What its keys begin with; empty where they begin with anything. */
    public String prefix() {
        return prefix;
    }

    /** The fewest characters that its keys have. */
    public int minLength() {
        return minLength;
    }

    /** Whether its keys are UUIDs. */
    public boolean isUuid() {
        return this == EXA;
    }

    /** Whether a text is a UUID as such keys are. */
    public static boolean looksLikeUuid(String key) {
        return UUID.matcher(key).matches();
    }
}
