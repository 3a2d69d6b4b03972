package dev.gangway.onboarding.internal;

import dev.gangway.base.secret.Sealed;
import dev.gangway.base.secret.SecretText;
import dev.gangway.base.secret.Secrets;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.Provider;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.FieldReader;
import dev.gangway.wizard.WizardSession;
import dev.gangway.wizard.WizardSessionId;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * Step 1, API keys. A saved key is represented by its mask everywhere, so that merging, history and answers never see it;
 * a plain text in its place means a new key.
 */
@Component
public class ApiKeysStep implements BatchedStep {

    private static final String FIELD = "keys.";
    private static final String MASKED = ".masked";
    private static final String SAVED_AT = ".saved_at";
    private static final int LONGEST_KEY = 500;

    private static final String UPSERT = """
            insert into api_keys (wizard_session_id, provider, user_id, ciphertext, encryption_key_id, last_four, saved_at)
            select :id, provider, :user, ciphertext, key_id, last_four, :now
            from unnest(:providers, :ciphertexts, :keyIds, :lastFours) as given (provider, ciphertext, key_id, last_four)
            on conflict (wizard_session_id, provider) do update
            set ciphertext = excluded.ciphertext, encryption_key_id = excluded.encryption_key_id,
                last_four = excluded.last_four, saved_at = excluded.saved_at
            """;

    private final JdbcClient jdbc;
    private final Secrets secrets;

    ApiKeysStep(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** What a ciphertext is bound to, so that it opens nowhere else. */
    public static String context(String userId, String provider) {
        return "api_keys/" + userId + "/" + provider;
    }

    @Override
    public String key() {
        return OnboardingStep.API_KEYS.key();
    }

    @Override
    public Answers initial() {
        return Answers.NONE;
    }

    @Override
    public Answers saved(WizardSessionId id) {
        Map<String, JsonNode> masks = new LinkedHashMap<>();
        jdbc.sql("select provider, last_four from api_keys where wizard_session_id = :id order by saved_at, provider")
                .param("id", id.value())
                .query(row -> {
                    masks.put(FIELD + row.getString("provider"), mask(row.getString("last_four")));
                });
        return new Answers(masks);
    }

    @Override
    public Answers viewed(WizardSessionId id) {
        Map<String, JsonNode> shown = new LinkedHashMap<>();
        jdbc.sql("""
                        select provider, last_four, saved_at from api_keys where wizard_session_id = :id
                        order by saved_at, provider
                        """).param("id", id.value()).query(row -> {
            String path = FIELD + row.getString("provider");
            shown.put(path + MASKED, mask(row.getString("last_four")));
            shown.put(
                    path + SAVED_AT,
                    StringNode.valueOf(row.getTimestamp("saved_at").toInstant().toString()));
        });
        return new Answers(shown);
    }

    @Override
    public boolean isReadOnly(String field) {
        return field.endsWith(MASKED) || field.endsWith(SAVED_AT);
    }

    @Override
    public Check check(Answers answers, Answers saved) {
        FieldReader fields = new FieldReader(answers);
        Map<String, JsonNode> kept = new LinkedHashMap<>();
        for (Provider provider : Provider.values()) {
            String path = FIELD + provider.id();
            String key = fields.text(path, LONGEST_KEY);
            if (!key.isEmpty()) {
                if (!isUnchanged(path, key, saved)) {
                    check(fields, path, provider, key);
                }
                kept.put(path, StringNode.valueOf(key));
            }
        }
        if (Provider.mainOnes().stream().noneMatch(provider -> kept.containsKey(FIELD + provider.id()))) {
            fields.problem("keys", "api_keys.one_needed");
        }
        return fields.result(() -> new Answers(kept));
    }

    private static void check(FieldReader fields, String path, Provider provider, String key) {
        if (provider.isUuid() && !Provider.looksLikeUuid(key)) {
            fields.problem(path, "api_keys.uuid", provider.title());
        } else if (!key.startsWith(provider.prefix())) {
            fields.problem(path, "api_keys.prefix", provider.title(), provider.prefix());
        } else if (key.length() < provider.minLength()) {
            fields.problem(path, "api_keys.too_short", provider.title(), provider.minLength());
        } else if (key.chars().anyMatch(character -> character <= ' ' || character > '~')) {
            fields.problem(path, "api_keys.characters", provider.title());
        }
    }

    @Override
    public void store(WizardSession run, Answers answers, Answers saved) {
        List<String> removed = saved.fields().keySet().stream()
                .filter(path -> answers.get(path).isEmpty())
                .map(ApiKeysStep::provider)
                .toList();
        if (!removed.isEmpty()) {
            jdbc.sql("delete from api_keys where wizard_session_id = :id and provider = any(:providers)")
                    .param("id", run.id().value())
                    .param("providers", removed.toArray(String[]::new))
                    .update();
        }
        Map<String, SecretText> changed = changed(answers, saved);
        if (!changed.isEmpty()) {
            jdbc.sql(UPSERT).paramSource(parameters(run, changed)).update();
        }
    }

    @Override
    public String statement() {
        return UPSERT;
    }

    @Override
    public MapSqlParameterSource parameters(WizardSession run, Answers answers) {
        return parameters(run, changed(answers, Answers.NONE));
    }

    private static Map<String, SecretText> changed(Answers answers, Answers saved) {
        Map<String, SecretText> changed = new LinkedHashMap<>();
        answers.fields().forEach((path, value) -> {
            if (!isUnchanged(path, value.stringValue(), saved)) {
                changed.put(provider(path), new SecretText(value.stringValue()));
            }
        });
        return changed;
    }

    private MapSqlParameterSource parameters(WizardSession run, Map<String, SecretText> keys) {
        List<byte[]> ciphertexts = new ArrayList<>();
        List<Long> keyIds = new ArrayList<>();
        List<String> lastFours = new ArrayList<>();
        keys.forEach((provider, key) -> {
            Sealed sealed = secrets.seal(key, context(run.userId().value(), provider));
            ciphertexts.add(sealed.ciphertext());
            keyIds.add(sealed.keyId());
            lastFours.add(key.lastFour());
        });
        return new MapSqlParameterSource()
                .addValue("id", run.id().value())
                .addValue("user", run.userId().value())
                .addValue("now", Timestamp.from(run.updatedAt()))
                .addValue("providers", keys.keySet().toArray(String[]::new))
                .addValue("ciphertexts", ciphertexts.toArray(byte[][]::new))
                .addValue("keyIds", keyIds.toArray(Long[]::new))
                .addValue("lastFours", lastFours.toArray(String[]::new));
    }

    @Override
    public Answers draftable(Answers typed) {
        return Answers.NONE;
    }

    @Override
    public JsonNode shown(String field, JsonNode value) {
        Optional<String> text = value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
        return text.filter(plain -> !isMask(plain))
                .<JsonNode>map(plain -> StringNode.valueOf(new SecretText(plain).masked()))
                .orElse(value);
    }

    private static boolean isUnchanged(String path, String key, Answers saved) {
        return isMask(key)
                && saved.get(path)
                        .filter(mask -> mask.stringValue().equals(key))
                        .isPresent();
    }

    private static boolean isMask(String text) {
        return text.startsWith(SecretText.masked(""));
    }

    private static String provider(String path) {
        return path.substring(FIELD.length());
    }

    private static JsonNode mask(String lastFour) {
        return StringNode.valueOf(SecretText.masked(lastFour));
    }
}
