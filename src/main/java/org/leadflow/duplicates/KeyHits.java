package org.leadflow.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.leadflow.duplicates.Key.Kind;
import org.leadflow.duplicates.KeyTable.Owner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds which records share keys with a new lead, in one statement whatever their number and kind:
 * of each key the newest, from the end of its index.
 */
@Component
class KeyHits {

  /** Names and places that more leads share are the big city and the common name. */
  private static final int ALIKE = 25;

  private static final String BLOCK =
      """
      (SELECT CAST('%1$s' AS varchar(10)) AS owner, kind, %2$s AS id FROM %3$s
      WHERE kind = :kind%4$d AND content = :content%4$d
      ORDER BY kind DESC, content DESC, created_on DESC FETCH FIRST %5$d ROWS ONLY)""";

  private final JdbcClient jdbc;

  KeyHits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A record that has one of the keys; a record that has several is there as often. */
  record Hit(Owner owner, Kind kind, UUID id) {}

  /** The keys that are looked for among the records of one kind. */
  record Wanted(Owner owner, Collection<Key> keys) {}

  List<Hit> of(List<Wanted> wanted) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    List<String> blocks = new ArrayList<>();
    for (Wanted one : wanted) {
      for (Key key : one.keys()) {
        int number = parameters.size();
        boolean exact = key.kind().compareTo(Kind.FULL_NAME) < 0;
        blocks.add(
            BLOCK.formatted(
                one.owner(),
                one.owner().id,
                one.owner().table,
                number,
                exact ? Blocks.NEWEST : ALIKE));
        parameters.put("kind" + number, key.kind().name());
        parameters.put("content" + number, key.content());
      }
    }
    return blocks.isEmpty()
        ? List.of()
        : jdbc.sql(String.join("\nUNION ALL\n", blocks))
            .params(parameters)
            .query(
                (row, number) ->
                    new Hit(
                        Owner.valueOf(row.getString("owner")),
                        Kind.valueOf(row.getString("kind")),
                        row.getObject("id", UUID.class)))
            .list();
  }
}
