package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
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
    private final Button keep = new Button();
    private final Div saved = new Div();
    private final Span mask = new Span();
    private final Span name = new Span();
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean isSaved;
    private boolean isRemoved;

    ApiKeyField(Provider provider, Words words) {
        this.provider = provider;
        this.words = words;
        addClassName("api-key");
        String label = words.of("step.api_keys.key", provider.title());
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
        name.setText(label);
        name.setId("saved-" + provider.id());
        name.addClassName("api-key-name");
        mask.addClassName("api-key-mask");
        saved.addClassName("api-key-saved");
        saved.add(new Div(name, mask), buttons());
        keep.setText(words.of("step.api_keys.keep"));
        keep.addThemeVariants(ButtonVariant.TERTIARY);
        keep.addClickListener(click -> keep());
        add(typed, keep, saved);
    }

    @Override
    public String path() {
        return "keys." + provider.id();
    }

    @Override
    public Component component() {
        return this;
    }

    @Override
    public void read(Answers answers) {
        typed.clear();
        isRemoved = false;
        String masked = answers.get(path() + ".masked").map(JsonNode::asString).orElse("");
        isSaved = !masked.isEmpty();
        mask.setText(masked);
        show(isSaved);
    }

    /** A secret is only ever typed: what is typed already stays. */
    @Override
    public void put(JsonNode value) {}

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

    /** Whether a key is saved or typed. */
    boolean isGiven() {
        return (isSaved && !isRemoved) || !typed.isEmpty();
    }

    private Component buttons() {
        Button replace = new Button(words.of("step.api_keys.replace"), click -> {
            show(false);
            typed.focus();
        });
        Button remove = new Button(words.of("step.api_keys.remove"), click -> {
            isRemoved = true;
            show(false);
            typed.setHelperText(words.of("step.api_keys.will_be_removed"));
            keep.focus();
            listeners.forEach(Runnable::run);
        });
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        List.of(replace, remove)
                .forEach(button -> button.getElement().setAttribute("aria-describedby", "saved-" + provider.id()));
        Div row = new Div(replace, remove);
        row.addClassName("row");
        return row;
    }

    private void keep() {
        typed.clear();
        isRemoved = false;
        problem(null);
        show(true);
        listeners.forEach(Runnable::run);
    }

    private void show(boolean mask) {
        saved.setVisible(mask);
        typed.setVisible(!mask);
        keep.setVisible(!mask && isSaved);
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
