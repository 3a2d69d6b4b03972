package dev.gangway.onboarding.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.wizard.ui.AnswerFields;
import dev.gangway.wizard.ui.AnswerShape;
import dev.gangway.wizard.ui.Words;

/** What holds on one platform. */
class PlatformRules extends NativeDetails {

    PlatformRules(String platform, Words words, AnswerFields fields) {
        setSummaryText(words.of("step.persona.rules.title", words.of("platform." + platform)));
        addClassName("more");
        IntegerField limit = new IntegerField(words.of("step.persona.rules.character_limit"));
        limit.setMin(1);
        TextField hashtags = new TextField(words.of("step.persona.rules.hashtags"));
        TextField emoji = new TextField(words.of("step.persona.rules.emoji"));
        TextField action = new TextField(words.of("step.persona.rules.call_to_action"));
        String path = "platform_personas." + platform + ".";
        fields.add(path + "character_limit", limit, AnswerShape.number());
        fields.add(path + "hashtags", hashtags, AnswerShape.scalar());
        fields.add(path + "emoji", emoji, AnswerShape.scalar());
        fields.add(path + "call_to_action", action, AnswerShape.scalar());
        Div grid = new Div(limit, hashtags, emoji, action);
        grid.addClassName("fields");
        setContent(grid);
    }
}
