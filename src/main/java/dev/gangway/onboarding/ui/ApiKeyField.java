package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.gangway.base.ui.Passwords;
import dev.gangway.onboarding.Provider;
import dev.gangway.wizard.Answers;
import dev.gangway.wizard.ui.AnswerField;
import dev.gangway.wizard.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/**
 * The key of one provider: a field to type a new one, or the mask of the saved one, which can be replaced or removed but
 * never read back.
 */
class ApiKeyField extends Div implements AnswerField {

    private final Provider provider;
    private final Words words;
    private final PasswordField typed = Passwords.prepared(new PasswordField());
    private final String label;
    private final List<Runnable> listeners = new ArrayList<>();

    /** Only made for a key that is saved: of nine fields, a new person's page would carry all nine for nothing. */
    private @Nullable Saved saved;

    private boolean isSaved;
    private boolean isRemoved;

    private record Saved(Button keep, SavedApiKey key) {}

    ApiKeyField(Provider provider, Words words) {
        this.provider = provider;
        this.words = words;
        addClassName("api-key");
        label = words.of("step.api_keys.key", provider.title());
        typed.setLabel(label);
        typed.setHelperText(hint());
        typed.setManualValidation(true);
        typed.setAutocomplete(Autocomplete.NEW_PASSWORD);
        typed.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        typed.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                listeners.forEach(Runnable::run);
            }
        });
        add(typed);
    }

    /** What is shown of the saved key of a provider; empty where none is saved. */
    static Optional<String> mask(Provider provider, Answers answers) {
        return answers.get(path(provider) + ".masked").map(JsonNode::asString).filter(mask -> !mask.isEmpty());
    }

    private static String path(Provider provider) {
        return "keys." + provider.id();
    }

    @Override
    public String path() {
        return path(provider);
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void read(Answers answers) {
        typed.clear();
        isRemoved = false;
        Optional<String> masked = mask(provider, answers);
        isSaved = masked.isPresent();
        masked.ifPresent(mask -> saved().key().show(mask));
        show(isSaved);
    }

    @Override
    public void put(JsonNode value) {
        if (value.isString()) {
            typed.setValue(value.stringValue());
            show(false);
        } else if (isSaved) {
            showRemoved();
        }
    }

    @Override
    public Optional<JsonNode> answer() {
        if (!typed.isEmpty()) {
            return Optional.of(StringNode.valueOf(typed.getValue()));
        }
        return isRemoved ? Optional.of(NullNode.getInstance()) : Optional.empty();
    }

    @Override
    public boolean isSecret() {
        return true;
    }

    @Override
    public String words(JsonNode value) {
        return value.isString() ? value.stringValue() : words.of("step.api_keys.removed");
    }

    @Override
    public void onChange(Runnable changed) {
        listeners.add(changed);
    }

    @Override
    public void problem(@Nullable String text) {
        typed.setErrorMessage(text == null ? "" : text);
        typed.setInvalid(text != null);
    }

    @Override
    public void mark(@Nullable Mark mark) {}

    private Saved saved() {
        if (saved == null) {
            Button keep = new Button(words.of("step.api_keys.keep"), click -> keep());
            keep.addThemeVariants(ButtonVariant.TERTIARY);
            saved = new Saved(keep, new SavedApiKey(provider.id(), label, words, this::replace, () -> remove(keep)));
            add(keep, saved.key());
        }
        return saved;
    }

    private void replace() {
        show(false);
        typed.focus();
    }

    private void remove(Button keep) {
        showRemoved();
        keep.focus();
        listeners.forEach(Runnable::run);
    }

    private void showRemoved() {
        isRemoved = true;
        show(false);
        typed.setHelperText(words.of("step.api_keys.will_be_removed"));
    }

    private void keep() {
        typed.clear();
        isRemoved = false;
        problem(null);
        show(true);
        listeners.forEach(Runnable::run);
    }

    private void show(boolean mask) {
        if (saved != null) {
            saved.key().setVisible(mask);
            saved.keep().setVisible(!mask && isSaved);
        }
        if (typed.isVisible() == mask) {
            typed.setVisible(!mask);
        }
        typed.setHelperText(hint());
    }

    private String hint() {
        if (provider.isUuid()) {
            return words.of("step.api_keys.hint.uuid");
        }
        return provider.prefix().isEmpty()
                ? words.of("step.api_keys.hint.length", provider.minLength())
                : words.of("step.api_keys.hint.prefix", provider.prefix());
    }
}
