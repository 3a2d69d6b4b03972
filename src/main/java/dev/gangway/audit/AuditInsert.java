package dev.gangway.audit;

import java.util.Map;

/**
 * What adds entries to the audit trail as a part of another statement, so that neither is ever there without the other.
 *
 * @param sql an {@code insert} for a {@code with}
 * @param parameters of the statement, all of which begin with {@code audit}
 */
public record AuditInsert(String sql, Map<String, Object> parameters) {}
