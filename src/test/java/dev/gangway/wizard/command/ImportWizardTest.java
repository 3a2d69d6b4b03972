package dev.gangway.wizard.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.GangwayTest;
import dev.gangway.base.Ids;
import dev.gangway.base.Texts;
import dev.gangway.wizard.WizardAdministration;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

@GangwayTest
class ImportWizardTest {

    @TempDir
    private Path directory;

    @Autowired
    private WizardAdministration administration;

    @Autowired
    private Texts texts;

    @Autowired
    private Ids ids;

    @Autowired
    private JdbcClient jdbc;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String name = "";

    @BeforeEach
    void aNewName() {
        name = "Imported " + ids.next();
    }

    @Test
    void aDefinitionIsStoredAsADraftAndRecorded() throws IOException {
        Path file = file("name: %s\nsteps: [{key: a, title: مرحبا 🎉, fields: []}]".formatted(name));

        assertThat(run(file.toString())).isZero();
        assertThat(out.toString()).contains(name, "version 1");
        assertThat(err.toString()).isEmpty();
        assertThat(jdbc.sql("""
                        select v.status || ' ' || (v.content #>> '{steps,0,title}')
                        from wizards w join wizard_versions v on v.wizard_id = w.id where w.name = :name
                        """).param("name", name).query(String.class).single())
                .isEqualTo("draft مرحبا 🎉");
        assertThat(jdbc.sql("""
                        select count(*) from audit_entries e join wizards w on w.id::text = e.details->>'wizard_id'
                        where w.name = :name and e.action = 'wizard.imported' and e.details->>'through' = 'import-wizard'
                        """).param("name", name).query(Long.class).single()).isOne();
    }

    @Test
    void everyProblemIsToldWithItsLineAndNothingIsStored() throws IOException {
        Path file = file("""
                name: %s
                steps:
                  - key: a
                    title: A
                    fields:
                      - {key: x, type: single_choice, label: X}
                      - {key: x, type: numbr, label: Y}
                """.formatted(name));

        assertThat(run(file.toString())).isOne();
        assertThat(err.toString()).contains(file + ":7: /steps/0/fields/1/type: ");
        assertThat(out.toString()).isEmpty();
        assertThat(jdbc.sql("select count(*) from wizards where name = :name")
                        .param("name", name)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsNoReadableTextIsToldPlainly() throws IOException {
        assertThat(run(directory.resolve("missing.yaml").toString())).isOne();
        assertThat(run(directory.toString())).isOne();
        Path latin = directory.resolve("latin.yaml");
        Files.write(latin, "name: Köln".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(run(latin.toString())).isOne();
        assertThat(run(file("# " + "x".repeat(1_000_000)).toString())).isOne();
        assertThat(err.toString().lines()).hasSize(4);
        assertThat(err.toString()).contains("cannot be read", "is not text in UTF-8", "is larger than 1 MB");
    }

    @Test
    void withoutAFileItIsWrongUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("FILE");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("wizard.yaml"), text);
    }

    private int run(String... arguments) {
        return new CommandLine(new ImportWizard(administration, texts))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
