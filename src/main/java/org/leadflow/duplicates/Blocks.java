package org.leadflow.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.leadflow.duplicates.Key.Kind;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Fetches the records that share a key, in one statement whatever their number: of each key the
 * newest, in the order of its index, and never more than {@link #NEWEST}.
 */
@Component
class Blocks {

  /** A key that more records share says little; comparing them all would take as long as a scan. */
  static final int NEWEST = 100;

  /** Ordered by all columns of the index, so that both databases read its end and stop. */
  static final String ACCOUNTS =
      """
      SELECT kind, account_id AS id FROM account_key WHERE kind = :kind%1$d AND content = :content%1$d
      ORDER BY kind DESC, content DESC, created_on DESC FETCH FIRST %2$d ROWS ONLY""";

  /** An account has no mail address; its contacts have. */
  private static final String ACCOUNTS_OF_MAIL =
      """
      SELECT k.kind, c.parent_account_id AS id FROM contact_key k JOIN contact c ON c.contact_id = k.contact_id
      WHERE k.kind = :kind%1$d AND k.content = :content%1$d AND c.parent_account_id IS NOT NULL
      ORDER BY k.kind DESC, k.content DESC, k.created_on DESC FETCH FIRST %2$d ROWS ONLY""";

  private static final String CONTACTS =
      """
      SELECT kind, contact_id AS id FROM contact_key WHERE kind = :kind%1$d AND content = :content%1$d
      ORDER BY kind DESC, content DESC, created_on DESC FETCH FIRST %2$d ROWS ONLY""";

  private final JdbcClient jdbc;

  Blocks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The accounts that share one of the keys, each as often as it shares one. */
  <T> List<T> accounts(Collection<Key> keys, RowMapper<T> row) {
    return fetch(
        "SELECT DISTINCT b.kind, a.account_id, a.name, a.address1_country, a.created_on"
            + " FROM (%s) b JOIN account a ON a.account_id = b.id",
        keys,
        key -> key.kind() == Kind.DOMAIN ? List.of(ACCOUNTS, ACCOUNTS_OF_MAIL) : List.of(ACCOUNTS),
        row);
  }

  /** The contacts that share one of the keys, each as often as it shares one. */
  <T> List<T> contacts(Collection<Key> keys, RowMapper<T> row) {
    return fetch(
        "SELECT DISTINCT b.kind, c.contact_id, c.first_name, c.last_name, c.created_on"
            + " FROM (%s) b JOIN contact c ON c.contact_id = b.id",
        keys, key -> key.kind() == Kind.DOMAIN ? List.of() : List.of(CONTACTS), row);
  }

  private <T> List<T> fetch(
      String statement,
      Collection<Key> keys,
      Function<Key, List<String>> selects,
      RowMapper<T> row) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    List<String> blocks = new ArrayList<>();
    for (Key key : keys) {
      int number = parameters.size();
      for (String select : selects.apply(key)) {
        blocks.add("(" + select.formatted(number, NEWEST) + ")");
        parameters.put("kind" + number, key.kind().name());
        parameters.put("content" + number, key.content());
      }
    }
    return blocks.isEmpty()
        ? List.of()
        : jdbc.sql(
                statement.formatted(blocks.stream().collect(Collectors.joining("\nUNION ALL\n"))))
            .params(parameters)
            .query(row)
            .list();
  }
}
