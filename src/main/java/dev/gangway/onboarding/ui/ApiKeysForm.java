package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import dev.gangway.onboarding.Provider;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.ui.AnswerFields;
import dev.gangway.wizard.ui.StepForm;
import dev.gangway.wizard.ui.Words;
import java.util.Arrays;
import java.util.List;

/** Step 1: the keys of the services that write and search for the person. */
class ApiKeysForm implements StepForm {

    private final AnswerFields fields;
    private final Div content = new Div();
    private final NativeDetails more;
    private final List<ApiKeyField> others;

    ApiKeysForm(Words words) {
        fields = new AnswerFields(words::of);
        Div main = fields(Provider.mainOnes().stream()
                .map(provider -> key(provider, words))
                .toList());
        others = Arrays.stream(Provider.values())
                .filter(provider -> !provider.isMain())
                .map(provider -> key(provider, words))
                .toList();
        more = new NativeDetails(words.of("step.api_keys.more"), fields(others));
        more.addClassName("more");
        content.addClassName("step-form");
        content.add(
                new Card(words.of("step.api_keys.models"), words.of("step.api_keys.models.lead")).with(main),
                new Card(words.of("step.api_keys.tools"), words.of("step.api_keys.tools.lead")).with(more));
    }

    @Override
    public Component content() {
        return content;
    }

    @Override
    public AnswerFields fields() {
        return fields;
    }

    @Override
    public void shown(StepView step) {
        more.setOpen(others.stream().anyMatch(ApiKeyField::isGiven));
    }

    private ApiKeyField key(Provider provider, Words words) {
        ApiKeyField field = new ApiKeyField(provider, words);
        fields.add(field);
        return field;
    }

    private static Div fields(List<ApiKeyField> keys) {
        Div grid = new Div(keys.toArray(Component[]::new));
        grid.addClassName("fields");
        return grid;
    }
}
