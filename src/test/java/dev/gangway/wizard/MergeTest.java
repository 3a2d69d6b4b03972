package dev.gangway.wizard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class MergeTest {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void differentFieldsChangedInTwoTabsAreBothKept() {
        Merge merge = Merge.of(
                answers("{'a': 'old', 'b': 'old'}"),
                answers("{'a': 'mine', 'b': 'old'}"),
                answers("{'a': 'old', 'b': 'theirs'}"));

        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.merged()).isEqualTo(answers("{'a': 'mine', 'b': 'theirs'}"));
    }

    @Test
    void theSameFieldChangedDifferentlyIsAConflictWithBothValues() {
        Merge merge = Merge.of(
                answers("{'a': {'b': 'old'}}"), answers("{'a': {'b': 'mine'}}"), answers("{'a': {'b': 'theirs'}}"));

        assertThat(merge.conflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.field()).isEqualTo("a.b");
            assertThat(conflict.yours().stringValue()).isEqualTo("mine");
            assertThat(conflict.theirs().stringValue()).isEqualTo("theirs");
        });
    }

    @Test
    void theSameChangeOnBothSidesIsNoConflict() {
        Merge merge = Merge.of(answers("{'a': 1}"), answers("{'a': 2}"), answers("{'a': 2}"));

        assertThat(merge.conflicts()).isEmpty();
        assertThat(merge.merged()).isEqualTo(answers("{'a': 2}"));
    }

    @Test
    void aFieldClearedHereIsGoneUnlessItWasChangedThere() {
        assertThat(Merge.of(answers("{'a': 1}"), answers("{'a': null}"), answers("{'a': 1}"))
                        .merged())
                .isEqualTo(Answers.NONE);
        assertThat(Merge.of(answers("{'a': 1}"), answers("{'a': null}"), answers("{'a': 3}"))
                        .conflicts())
                .hasSize(1);
    }

    @Test
    void listsAreOneField() {
        Merge merge = Merge.of(answers("{'a': ['x']}"), answers("{'a': ['x', 'y']}"), answers("{'a': ['x']}"));

        assertThat(merge.merged()).isEqualTo(answers("{'a': ['x', 'y']}"));
    }

    @Test
    void nestedAnswersAreTheSameAfterFlatteningAndBack() {
        ObjectNode nested = object("{'a': {'b': {'c': 0}, 'd': false}, 'e': [], 'f': '🎉'}");

        assertThat(Answers.of(nested).nested()).isEqualTo(nested);
    }

    private static Answers answers(String json) {
        return Answers.of(object(json));
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
    }
}
