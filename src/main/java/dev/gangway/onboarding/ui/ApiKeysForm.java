package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import dev.gangway.onboarding.Provider;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.ui.AnswerFields;
import dev.gangway.wizard.ui.StepForm;
import dev.gangway.wizard.ui.Words;
import java.util.List;

/**
 * Step 1: the keys of the services that write and search for the person. The fields of the providers that few have come
 * with their opening, so that no page carries them unseen.
 */
class ApiKeysForm implements StepForm {

    private final Words words;
    private final AnswerFields fields;
    private final Div content = new Div();
    private final NativeDetails more;

    ApiKeysForm(Words words) {
        this.words = words;
        fields = new AnswerFields(words::of);
        more = new NativeDetails(words.of("step.api_keys.more"));
        more.addClassName("more");
        more.addToggleListener(toggle -> {
            if (toggle.isOpened()) {
                fillMore();
            }
        });
        content.addClassName("step-form");
        content.add(
                new Card(words.of("step.api_keys.models"), words.of("step.api_keys.models.lead"))
                        .fields(fields(Provider.mainOnes())),
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
        boolean isAnySaved = Provider.others().stream()
                .anyMatch(provider -> ApiKeyField.mask(provider, step.data()).isPresent());
        if (isAnySaved) {
            fillMore();
        }
        more.setOpen(isAnySaved);
    }

    private void fillMore() {
        if (more.getContent() == null) {
            Div grid = new Div(fields(Provider.others()));
            grid.addClassName("fields");
            more.setContent(grid);
        }
    }

    private Component[] fields(List<Provider> providers) {
        return providers.stream().map(this::field).toArray(Component[]::new);
    }

    private ApiKeyField field(Provider provider) {
        ApiKeyField field = new ApiKeyField(provider, words);
        fields.add(field);
        return field;
    }
}
