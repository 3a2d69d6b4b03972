package dev.gangway.login.ui;

import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Recovery codes, to write down or to copy. */
class RecoveryCodeList extends UnorderedList {

    RecoveryCodeList(List<String> codes) {
        addClassName("recovery-codes");
        getElement().setAttribute("aria-label", getTranslation("second_factor.codes"));
        codes.forEach(code -> add(new ListItem(new Code(code))));
    }
}
