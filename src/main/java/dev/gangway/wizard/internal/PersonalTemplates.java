package dev.gangway.wizard.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.personal.PersonalData;
import dev.gangway.base.personal.PersonalFile;
import dev.gangway.base.personal.PersonalRows;
import java.util.List;
import org.springframework.stereotype.Component;

/** Hands out the templates that a person saved, and which wizard sessions they started from templates. */
@Component
class PersonalTemplates implements PersonalData {

    private final PersonalRows rows;

    PersonalTemplates(PersonalRows rows) {
        this.rows = rows;
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(
                PersonalFile.of(
                        "wizards/templates.json", "personal.file.templates", rows.list("""
                                select t.id, t.wizard_id, w.name as wizard_name, t.wizard_version, t.name, t.description,
                                       t.is_public as public, t.answers, t.times_used, t.created_at
                                from session_templates t join wizards w on w.id = t.wizard_id
                                where t.user_id = :user order by t.id
                                """), "session_templates"),
                PersonalFile.of(
                        "wizards/template_uses.json",
                        "personal.file.template_uses",
                        rows.list("""
                                select wizard_session_id as session_id, template_id, left_out, used_at
                                from session_template_uses where user_id = :user order by used_at, wizard_session_id
                                """),
                        "session_template_uses"));
    }

    /** Both tables go with the account. */
    @Override
    public void erase(UserId person) {}
}
