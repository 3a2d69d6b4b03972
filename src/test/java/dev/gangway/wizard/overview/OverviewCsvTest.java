package dev.gangway.wizard.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.account.AccountOutcome;
import dev.gangway.account.Accounts;
import dev.gangway.account.NewAccount;
import dev.gangway.audit.AuditEntry;
import dev.gangway.audit.AuditFilter;
import dev.gangway.audit.AuditTrail;
import dev.gangway.base.Ids;
import dev.gangway.base.UserId;
import dev.gangway.base.security.Role;
import dev.gangway.onboarding.OnboardingStep;
import dev.gangway.onboarding.StepData;
import dev.gangway.wizard.Direction;
import dev.gangway.wizard.OverviewColumn;
import dev.gangway.wizard.OverviewFilter;
import dev.gangway.wizard.OverviewProjector;
import dev.gangway.wizard.OverviewQuery;
import dev.gangway.wizard.OverviewSort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@GangwayTest
class OverviewCsvTest {

    @Autowired
    private OverviewCsv csv;

    @Autowired
    private OverviewProjector projector;

    @Autowired
    private Accounts accounts;

    @Autowired
    private StepData stepData;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private Ids ids;

    @Test
    void theFilteredRowsComeInTheirOrderAndWhatWouldBeAFormulaIsNone() throws IOException {
        String mark = "m" + ids.next().toString().substring(24);
        UserId admin = made(mark + "-boss", Role.ADMIN);
        stepData.walkTo(made("=" + mark + ",\"1", Role.USER), OnboardingStep.RESEARCH);
        stepData.walkTo(made(mark + "-é", Role.USER), OnboardingStep.WEBSITE);
        projector.catchUp();

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        csv.write(
                admin,
                new OverviewQuery(
                        OverviewFilter.NONE.withText(mark),
                        new OverviewSort(OverviewColumn.PROGRESS, Direction.DESCENDING)),
                out);

        List<CSVRecord> records = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(out.toString(StandardCharsets.UTF_8)))
                .getRecords();
        assertThat(records).extracting(each -> each.get("account")).containsExactly("'=" + mark + ",\"1", mark + "-é");
        assertThat(records.getFirst().get("progress")).isEqualTo("33.33");
        assertThat(records.getFirst().get("completed_at")).isEmpty();
        assertThat(trail.page(AuditFilter.of("wizard_sessions.exported"), null, 5))
                .extracting(AuditEntry::actor)
                .anyMatch(actor -> actor != null && actor.id().equals(admin.value()));
    }

    @ParameterizedTest
    @CsvSource({"=1+1,'''=1+1'", "+1,'''+1'", "-1,'''-1'", "@x,'''@x'", "a=1,a=1", "'',''"})
    void onlyWhatBeginsLikeAFormulaGetsAnApostrophe(String text, String harmless) {
        assertThat(OverviewCsv.harmless(text)).isEqualTo(harmless);
    }

    private UserId made(String name, Role role) {
        return ((AccountOutcome.Saved) accounts.create(NewAccount.named(name, role)))
                .account()
                .id();
    }
}
