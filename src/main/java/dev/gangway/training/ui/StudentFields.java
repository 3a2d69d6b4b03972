package dev.gangway.training.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.gangway.account.AccountAdministration;
import dev.gangway.training.BookingRequest.SentStudent;

/** One student of a booking. */
class StudentFields extends Div {

    private final AccountChoice id;
    private final TextField name;
    private final TextField email;

    /**
     * @param position from 0, as the request counts them
     */
    StudentFields(
            int position, AccountAdministration accounts, TrainingWords words, Inputs inputs, FieldErrors errors) {
        String path = "students." + position;
        addClassName("fields");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", words.of("booking.student", position + 1));
        id = errors.at(path + ".id", new AccountChoice(words.of("booking.student.id"), accounts));
        name = errors.at(path + ".name", inputs.text("booking.student.name"));
        email = errors.at(path + ".email", inputs.text("booking.student.email"));
        id.setHelperText(words.of("booking.student.id.help"));
        add(id, name, email);
    }

    SentStudent write() {
        return new SentStudent(
                id.id().orElse(null), BookingPanel.blank(name.getValue()), BookingPanel.blank(email.getValue()));
    }
}
