package dev.gangway.account;

import dev.gangway.base.FieldConflict;
import dev.gangway.base.FieldProblem;
import dev.gangway.base.OneLine;
import dev.gangway.base.security.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** What an account's values must be, and how the changes of two administrators come together. */
@Component
class AccountRules {

    private static final int LONGEST_NAME = 255;

    private final PasswordPolicy passwords;

    AccountRules(PasswordPolicy passwords) {
        this.passwords = passwords;
    }

    /** What is wrong with the values by themselves. */
    List<FieldProblem> problems(AccountChange wanted) {
        List<FieldProblem> problems = new ArrayList<>();
        String name = wanted.username();
        if (name.isEmpty()) {
            problems.add(FieldProblem.of("username", "account.username.missing"));
        } else if (name.length() > LONGEST_NAME) {
            problems.add(FieldProblem.of("username", "account.username.too_long", LONGEST_NAME));
        } else if (!OneLine.isOne(name)) {
            problems.add(FieldProblem.of("username", "account.username.characters"));
        }
        String email = wanted.email();
        if (email != null && !EmailAddress.isOne(email)) {
            problems.add(FieldProblem.of("email", "account.email.wrong"));
        }
        if (wanted.roles().isEmpty()) {
            problems.add(FieldProblem.of("roles", "account.roles.missing"));
        }
        if (wanted.password() != null) {
            passwords.problem(wanted.password(), name).ifPresent(problems::add);
        }
        return problems;
    }

    /** What an identity provider settles for its accounts. */
    List<FieldProblem> problemsFor(ManagedAccount now, AccountChange wanted) {
        List<FieldProblem> problems = new ArrayList<>();
        if (now.rolesByIssuer() && !now.account().roles().equals(wanted.roles())) {
            problems.add(FieldProblem.of("roles", "account.roles.by_issuer"));
        }
        if (now.issuer() != null && wanted.password() != null) {
            problems.add(FieldProblem.of("password", "account.password.by_issuer"));
        }
        return problems;
    }

    /**
     * The values that are to be stored where somebody else may have changed the account meanwhile: what was changed on one
     * side only counts; a field that was changed on both becomes a conflict.
     */
    AccountChange merged(ManagedAccount now, AccountChange wanted, ChangeBasis basis, List<FieldConflict> conflicts) {
        Integer known = basis.version();
        if (known == null || known == now.version()) {
            return wanted;
        }
        ManagedAccount seen = basis.seen();
        Merge merge = new Merge(
                fields(wanted), fields(now.values()), seen == null ? Map.of() : fields(seen.values()), conflicts);
        AccountChange theirs = now.values();
        return new AccountChange(
                merge.mine("username") ? wanted.username() : theirs.username(),
                merge.mine("email") ? wanted.email() : theirs.email(),
                merge.mine("roles") ? wanted.roles() : theirs.roles(),
                merge.mine("enabled") ? wanted.enabled() : theirs.enabled(),
                wanted.password());
    }

    private static Map<String, JsonNode> fields(AccountChange values) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        String email = values.email();
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        fields.put("username", json.stringNode(values.username()));
        fields.put("email", email == null ? json.nullNode() : json.stringNode(email));
        ArrayNode roles = json.arrayNode();
        names(values.roles()).forEach(roles::add);
        fields.put("roles", roles);
        fields.put("enabled", json.booleanNode(values.enabled()));
        return fields;
    }

    static List<String> names(Set<Role> roles) {
        return new TreeSet<>(roles).stream().map(Role::name).toList();
    }

    private record Merge(
            Map<String, JsonNode> yours,
            Map<String, JsonNode> theirs,
            Map<String, JsonNode> base,
            List<FieldConflict> conflicts) {

        boolean mine(String field) {
            JsonNode your = Objects.requireNonNull(yours.get(field));
            JsonNode their = Objects.requireNonNull(theirs.get(field));
            if (your.equals(their)) {
                return true;
            }
            JsonNode known = base.get(field);
            if (your.equals(known)) {
                return false;
            }
            if (!their.equals(known)) {
                conflicts.add(new FieldConflict(field, your, their));
            }
            return true;
        }
    }
}
