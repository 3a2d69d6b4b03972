package dev.gangway.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.gangway.account.Account;
import dev.gangway.account.Accounts;
import dev.gangway.account.AuthenticatorApp;
import dev.gangway.account.PasswordLinkOutcome;
import dev.gangway.account.PasswordLinks;
import dev.gangway.base.UserId;
import dev.gangway.login.sso.Replica;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import javax.imageio.ImageIO;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody chooses a password by a link, sets a second factor up, and logs in with both. */
@BrowserTest
class SecondFactorPageTest {

    private static final String CHOSEN = "violet anchors drift 88";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordLinks links;

    @Autowired
    private AuthenticatorApp app;

    @Autowired
    private DataSource database;

    @Autowired
    private Browsing browsing;

    @AfterEach
    void close() {
        browsing.leave();
    }

    @Test
    void aPasswordIsChosenByALinkAndTheSecondFactorIsAskedForAtTheNextLogIn() throws Exception {
        People.Known ada = people.user();
        String token = ((PasswordLinkOutcome.Made) links.make(new UserId("chief"), ada.id())).token();
        Person person = Person.in(browsing.context(1280, 900, "en-GB"), "http://localhost:" + port);
        person.open("/password#" + token);
        person.sees("Choose a password");
        assertThat(person.field("Username")).hasValue(ada.name());
        person.findsEverythingAccessible("the choosing of a password");
        person.page().locator("vaadin-password-field input").fill(CHOSEN);
        person.click("Choose password");
        assertThat(person.page().getByText("Your password is set.")).isVisible();

        person.logInOnThePage(ada.name(), CHOSEN);
        person.open("/account");
        person.click("Set up");
        assertThat(person.page().getByRole(AriaRole.IMG, new Page.GetByRoleOptions().setName("QR code")))
                .isVisible();
        String key = person.page().locator(".second-factor > code").innerText();
        // As a person holds up the telephone until it has read the code, which comes in with its dialog
        await().pollInSameThread()
                .ignoreExceptionsInstanceOf(ReaderException.class)
                .untilAsserted(() -> assertThat(
                                scanned(person.page().locator(".qr-code").screenshot()))
                        .contains("secret=" + key.replace(" ", "")));
        assertThat(person.page()
                        .locator(".qr-code path")
                        .evaluate("drawn => drawn.getBoundingClientRect().width > 150"))
                .isEqualTo(true);
        person.findsEverythingAccessible("the setting up of a second factor");
        person.field("Code that the app shows").fill(app.code(key));
        person.click("Turn on");
        assertThat(person.page().locator(".recovery-codes li")).hasCount(10);
        person.findsEverythingAccessible("the recovery codes");

        Account account = accounts.find(ada.id()).orElseThrow();
        app.timePasses(account);
        Person elsewhere = Person.in(browsing.context(360, 740, "en-GB"), "http://localhost:" + port);
        elsewhere.open("/account");
        elsewhere.field("Username").fill(ada.name());
        elsewhere.page().locator("input[name=password]").fill(CHOSEN);
        elsewhere.page().locator("input[name=password]").press("Enter");
        assertThat(elsewhere.field("Code")).isVisible();
        elsewhere.findsEverythingAccessible("the question for the code");
        elsewhere.field("Code").fill("000000");
        elsewhere.click("Log in");
        elsewhere.readsBesideAField("This code is wrong or was used before.");
        elsewhere.field("Code").fill(app.code(key));
        elsewhere.click("Log in");
        elsewhere.sees("Account");
        assertThat(elsewhere.page().url()).endsWith("/account");
    }

    @Test
    void whoMustHaveASecondFactorIsLedToItBeforeAnythingElseOpens() throws Exception {
        People.Known ada = people.user();
        try (Replica strict = Replica.start(database, freePort(), "gangway.login.second-factor=required")) {
            Person person = Person.in(browsing.context(1280, 900, "en-GB"), strict.address());
            person.logIn(ada.name(), People.PASSWORD);
            person.open("/account");
            person.sees("Second factor");
            assertThat(person.page().getByText("Your account must have a second factor."))
                    .isVisible();
            person.findsEverythingAccessible("the page that asks to set one up");
            person.open("/onboarding");
            person.sees("Second factor");
            person.click("Set up");
            String key = person.page().locator(".second-factor > code").innerText();
            person.field("Code that the app shows").fill(app.code(key));
            person.click("Turn on");
            person.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Go on"))
                    .click();
            person.sees("API keys");
            person.open("/account");
            assertThat(person.page().getByText("so it cannot be turned off")).isVisible();
        }
    }

    @Test
    void noScriptGivesThePageAnotherBase() {
        Person person = Person.in(browsing.context(1280, 900, "en-GB"), "http://localhost:" + port);
        person.open("/password");
        person.sees("Choose a password");

        assertThat(person.page().evaluate("""
            () => {
              const other = document.createElement('base');
              other.href = 'https://elsewhere.example/';
              document.head.append(other);
              const behind = document.baseURI;
              document.head.prepend(other);
              const before = document.baseURI;
              other.remove();
              document.querySelector('base').href = 'https://elsewhere.example/';
              return behind + ' ' + before + ' ' + document.baseURI;
            }
            """).toString())
                .doesNotContain("elsewhere")
                .startsWith("http://localhost:" + port + "/ ");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /**
     * What a phone's camera reads there. It is held in several ways, since at any one of them the reader takes
     * other cells for a corner in about one code of fifty.
     */
    private static String scanned(byte[] picture) throws IOException, ReaderException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        ReaderException unread = NotFoundException.getNotFoundInstance();
        for (int degrees = 0; degrees < 30; degrees += 7) {
            try {
                return read(turned(image, degrees));
            } catch (ReaderException atThisAngle) {
                unread = atThisAngle;
            }
        }
        throw unread;
    }

    private static BufferedImage turned(BufferedImage image, int degrees) {
        int side = 2 * image.getWidth();
        BufferedImage turned = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D drawing = turned.createGraphics();
        drawing.setColor(Color.WHITE);
        drawing.fillRect(0, 0, side, side);
        drawing.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        drawing.rotate(Math.toRadians(degrees), side / 2.0, side / 2.0);
        drawing.drawImage(image, side / 4, side / 4, null);
        drawing.dispose();
        return turned;
    }

    private static String read(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }
}
