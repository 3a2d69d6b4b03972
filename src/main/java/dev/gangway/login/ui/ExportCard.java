package dev.gangway.login.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.gangway.base.security.CurrentCaller;
import dev.gangway.base.ui.Icon;
import dev.gangway.privacy.PersonalArchive;
import dev.gangway.privacy.PersonalDataExports;

/** Hands out everything that is stored about the person. */
class ExportCard extends Div {

    ExportCard(PersonalDataExports exports, CurrentCaller caller) {
        addClassName("card");
        Anchor download = new Anchor(handler(exports, caller), AttachmentType.DOWNLOAD, "");
        download.add(new Icon("download"), new com.vaadin.flow.component.html.Span(getTranslation("account.export")));
        download.addClassName("link-button");
        add(
                new CardHead(getTranslation("account.export.title"), getTranslation("account.export.about")),
                contents(exports),
                new Div(download));
    }

    private static DownloadHandler handler(PersonalDataExports exports, CurrentCaller caller) {
        return DownloadHandler.fromInputStream(event -> {
            event.getResponse().setHeader("Cache-Control", "no-store");
            PersonalArchive archive =
                    exports.export(caller.get().userId(), event.getUI().getLocale());
            return new DownloadResponse(
                    archive.content(), archive.fileName(), PersonalArchive.MEDIA_TYPE, archive.size());
        });
    }

    private NativeDetails contents(PersonalDataExports exports) {
        UnorderedList list = new UnorderedList();
        exports.contents()
                .forEach(about -> list.add(
                        new ListItem(getTranslation(about.key(), about.args().toArray()))));
        NativeDetails details = new NativeDetails(getTranslation("account.export.contents"), list);
        details.addClassName("more");
        return details;
    }
}
