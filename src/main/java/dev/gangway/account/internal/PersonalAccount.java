package dev.gangway.account.internal;

import dev.gangway.base.UserId;
import dev.gangway.base.personal.PersonalData;
import dev.gangway.base.personal.PersonalFile;
import dev.gangway.base.personal.PersonalRows;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Hands out and erases an account, its preferences, and the failed log-ins counted under its name. */
@Component
class PersonalAccount implements PersonalData {

    private final JdbcClient jdbc;
    private final LogInFailures failures;
    private final PersonalRows rows;

    PersonalAccount(JdbcClient jdbc, LogInFailures failures, PersonalRows rows) {
        this.jdbc = jdbc;
        this.failures = failures;
        this.rows = rows;
    }

    @Override
    public List<PersonalFile> files() {
        return List.of(
                PersonalFile.of(
                        "account/account.json", "personal.file.account", rows.one("""
                                select id as user_id, username, email,
                                       array(select role from account_roles where user_id = id order by role) as roles,
                                       enabled, password_hash is not null as has_password, issuer as identity_provider,
                                       signed_on_at, created_at, updated_at
                                from accounts where id = :user
                                """), "accounts", "account_roles"),
                PersonalFile.of("account/preferences.json", "personal.file.preferences", rows.one("""
                                select language, lower(appearance) as appearance from accounts where id = :user
                                """), "accounts"),
                PersonalFile.of(
                        "account/second_factor.json",
                        "personal.file.second_factor",
                        rows.one("""
                                select f.created_at, f.confirmed_at, count(c.code_hash) as recovery_codes,
                                       count(c.used_at) as recovery_codes_used
                                from second_factors f left join recovery_codes c on c.user_id = f.user_id
                                where f.user_id = :user group by f.user_id
                                """),
                        "second_factors",
                        "recovery_codes"),
                PersonalFile.of(
                        "account/password_link.json", "personal.file.password_link", rows.one("""
                                select created_at, expires_at from password_links where user_id = :user
                                """), "password_links"),
                PersonalFile.of(
                        "account/failed_log_ins.json",
                        "personal.file.failed_log_ins",
                        this::failedLogIns,
                        "log_in_failures"));
    }

    /** A name that was erased does not say how often somebody tried to log in with it. */
    @Override
    public void erase(UserId person) {
        name(person).ifPresent(failures::forget);
    }

    private void failedLogIns(UserId person, JsonGenerator json) {
        json.writePOJO(name(person).map(failures::times).orElse(List.of()));
    }

    private Optional<String> name(UserId person) {
        return jdbc.sql("select username from accounts where id = :user")
                .param("user", person.value())
                .query(String.class)
                .optional();
    }
}
