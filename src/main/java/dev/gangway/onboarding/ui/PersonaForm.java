package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.onboarding.Persona;
import dev.gangway.onboarding.proposal.PersonaProposal;
import dev.gangway.wizard.StepView;
import dev.gangway.wizard.ui.AnswerFields;
import dev.gangway.wizard.ui.AnswerShape;
import dev.gangway.wizard.ui.StepForm;
import dev.gangway.wizard.ui.Words;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** Step 4: who speaks, in which tone and where, with each platform's own rules; proposed on request. */
class PersonaForm implements StepForm {

    private static final String IDENTITY = "core_persona.identity.";
    private static final String TONES = "core_persona.tonal_range.";

    private final Words words;
    private final AnswerFields fields;
    private final Div content = new Div();
    private final Supplier<PersonaProposal> proposals;
    private final PersonaPanel panel;
    private final CheckboxGroup<String> platforms;
    private final Map<String, PlatformRules> rules = new LinkedHashMap<>();

    /**
     * @param proposals makes a proposal from what the person answered so far
     */
    PersonaForm(Words words, Supplier<PersonaProposal> proposals) {
        this.words = words;
        this.proposals = proposals;
        fields = new AnswerFields(words::of);
        platforms = new CheckboxGroup<>(words.of("step.persona.platforms"));
        content.addClassName("step-form");
        panel = new PersonaPanel(words, proposals, this::fill);
        Card generate =
                new Card(words.of("step.persona.generate.card"), words.of("step.persona.generate.lead")).with(panel);
        content.add(generate, identity(), tones(), platforms());
        choosePlatforms();
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
        choosePlatforms();
        if (!step.draft().isEmpty()) {
            recognise(proposals.get());
        }
    }

    /** What was proposed before a reload is still a proposal, with what it came from. */
    private void recognise(PersonaProposal proposal) {
        long known = PersonaProposals.fields(proposal).fields().entrySet().stream()
                .filter(field -> fields.recognise(field.getKey(), field.getValue(), origin(proposal, field.getKey())))
                .count();
        if (known > 0) {
            panel.show(proposal.qualityMetrics());
        }
    }

    private String origin(PersonaProposal proposal, String path) {
        return words.of("step.persona.derived", proposal.derivedFrom().getOrDefault(path, ""));
    }

    private Card identity() {
        TextField name = new TextField(words.of("step.persona.name"));
        name.setRequiredIndicatorVisible(true);
        TextField archetype = new TextField(words.of("step.persona.archetype"));
        archetype.setHelperText(words.of("step.persona.archetype.hint"));
        archetype.setRequiredIndicatorVisible(true);
        TextArea belief = wide(new TextArea(words.of("step.persona.belief")));
        belief.setRequiredIndicatorVisible(true);
        TextArea voice = wide(new TextArea(words.of("step.persona.voice")));
        fields.add(IDENTITY + "persona_name", name, AnswerShape.text());
        fields.add(IDENTITY + "archetype", archetype, AnswerShape.text());
        fields.add(IDENTITY + "core_belief", belief, AnswerShape.text());
        fields.add(IDENTITY + "brand_voice", voice, AnswerShape.text());
        return new Card(words.of("step.persona.identity"), "").fields(name, archetype, belief, voice);
    }

    private Card tones() {
        TextField standard = new TextField(words.of("step.persona.default_tone"));
        standard.addClassName("wide");
        TextField permissible = list("step.persona.permissible");
        TextField forbidden = list("step.persona.forbidden");
        fields.add(TONES + "default_tone", standard, AnswerShape.text());
        fields.add(TONES + "permissible_tones", permissible, AnswerShape.list(AnswerShape.Separator.COMMA));
        fields.add(TONES + "forbidden_tones", forbidden, AnswerShape.list(AnswerShape.Separator.COMMA));
        return new Card(words.of("step.persona.tone"), "").fields(standard, permissible, forbidden);
    }

    private Card platforms() {
        platforms.addClassName("across");
        platforms.setItems(Persona.PLATFORMS);
        platforms.setItemLabelGenerator(platform -> words.of("platform." + platform));
        platforms.addValueChangeListener(change -> choosePlatforms());
        fields.add("selected_platforms", platforms, AnswerShape.choices(Persona.PLATFORMS));
        Card card =
                new Card(words.of("step.persona.publishing"), words.of("step.persona.platforms.lead")).with(platforms);
        Persona.PLATFORMS.forEach(platform -> {
            PlatformRules own = new PlatformRules(platform, words, fields);
            rules.put(platform, own);
            card.add(own);
        });
        return card;
    }

    private int fill(PersonaProposal proposal) {
        int filled = 0;
        for (Map.Entry<String, JsonNode> field :
                PersonaProposals.fields(proposal).fields().entrySet()) {
            if (fields.propose(field.getKey(), field.getValue(), origin(proposal, field.getKey()))) {
                filled++;
            }
        }
        choosePlatforms();
        return filled;
    }

    private void choosePlatforms() {
        rules.forEach((platform, own) -> own.setVisible(platforms.getValue().contains(platform)));
    }

    private TextField list(String labelKey) {
        TextField field = new TextField(words.of(labelKey));
        field.setHelperText(words.of("step.persona.list.hint"));
        return field;
    }

    private static TextArea wide(TextArea area) {
        area.addClassName("wide");
        return area;
    }
}
