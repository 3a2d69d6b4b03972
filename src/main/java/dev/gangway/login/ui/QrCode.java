package dev.gangway.login.ui;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.vaadin.flow.component.Html;
import org.springframework.web.util.HtmlUtils;

/** Draws a text as a QR code: black on white in light and dark, since not every camera reads it the other way round. */
final class QrCode {

    private static final int QUIET = 4;

    private QrCode() {}

    /**
     * The drawing. It stands in an element of its own, because only what the browser reads as markup is drawn to scale.
     *
     * @param label what it is, for whoever cannot see it
     */
    static Html of(String text, String label) {
        ByteMatrix cells = cells(text);
        int size = cells.getWidth() + 2 * QUIET;
        return new Html("<div class=\"qr-code\"><svg role=\"img\" aria-label=\"" + HtmlUtils.htmlEscape(label)
                + "\" viewBox=\"0 0 "
                + size + " " + size + "\"><rect width=\"" + size + "\" height=\"" + size
                + "\" fill=\"#fff\"/><path fill=\"#000\" d=\"" + path(cells) + "\"/></svg></div>");
    }

    private static ByteMatrix cells(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("No QR code holds so much", tooLong);
        }
    }

    /** Each row's runs of dark cells as bars. */
    private static String path(ByteMatrix cells) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < cells.getHeight(); y++) {
            int x = 0;
            while (x < cells.getWidth()) {
                int length = 0;
                while (x + length < cells.getWidth() && cells.get(x + length, y) == 1) {
                    length++;
                }
                if (length > 0) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(length)
                            .append("v1h")
                            .append(-length)
                            .append('z');
                }
                x += length + 1;
            }
        }
        return path.toString();
    }
}
