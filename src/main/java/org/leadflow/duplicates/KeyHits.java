package org.leadflow.duplicates;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.leadflow.duplicates.Key.Kind;
import org.leadflow.duplicates.KeyTable.Owner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds which records share keys with a new lead, in one statement whatever their number and kind:
 * of each key the newest, from the end of its index. Where these are as many as are asked for, a
 * second statement finds the first of the leads that are open.
 */
@Component
class KeyHits {

  /** Names and places that more leads share are the big city and the common name. */
  private static final int ALIKE = 25;

  private static final String NEWEST =
      """
      (SELECT CAST('%1$s' AS varchar(10)) AS owner, kind, %2$s AS id FROM %3$s
      WHERE kind = :kind%4$d AND content = :content%4$d
      ORDER BY kind DESC, content DESC, created_on DESC FETCH FIRST %5$d ROWS ONLY)""";

  /**
   * Those that were sent in first are the ones the others are merged into. Of a key that a thousand
   * closed leads had no more are looked at.
   */
  private static final String OLDEST_OPEN =
      """
      (SELECT CAST('%1$s' AS varchar(10)) AS owner, old.kind, old.%2$s AS id FROM (
        SELECT kind, %2$s, created_on FROM %3$s WHERE kind = :kind%4$d AND content = :content%4$d
        ORDER BY kind, content, created_on FETCH FIRST 1000 ROWS ONLY) old
      WHERE EXISTS (SELECT 1 FROM lead WHERE lead.lead_id = old.%2$s AND state_code = 0)
      ORDER BY old.created_on FETCH FIRST %5$d ROWS ONLY)""";

  private final JdbcClient jdbc;

  KeyHits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A record that has one of the keys; a record that has several is there as often. */
  record Hit(Owner owner, Kind kind, UUID id) {}

  /** The keys that are looked for among the records of one kind. */
  record Wanted(Owner owner, Collection<Key> keys) {}

  List<Hit> of(List<Wanted> wanted) {
    List<Hit> newest = asked(NEWEST, wanted);
    List<Wanted> crowded = crowded(wanted, newest);
    return crowded.isEmpty()
        ? newest
        : Stream.concat(newest.stream(), asked(OLDEST_OPEN, crowded).stream()).distinct().toList();
  }

  /** The keys of leads that so many share that the newest may be all later than the one it is. */
  private static List<Wanted> crowded(List<Wanted> wanted, List<Hit> newest) {
    Map<Kind, Long> hits =
        newest.stream()
            .filter(hit -> hit.owner() == Owner.LEAD)
            .collect(Collectors.groupingBy(Hit::kind, Collectors.counting()));
    return wanted.stream()
        .filter(one -> one.owner() == Owner.LEAD)
        .map(
            one ->
                new Wanted(
                    Owner.LEAD,
                    one.keys().stream()
                        .filter(key -> hits.getOrDefault(key.kind(), 0L) >= most(key.kind()))
                        .toList()))
        .filter(one -> !one.keys().isEmpty())
        .toList();
  }

  private static int most(Kind kind) {
    return kind.compareTo(Kind.FULL_NAME) < 0 ? Blocks.NEWEST : ALIKE;
  }

  private List<Hit> asked(String block, List<Wanted> wanted) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    List<String> blocks = new ArrayList<>();
    for (Wanted one : wanted) {
      for (Key key : one.keys()) {
        int number = parameters.size();
        blocks.add(
            block.formatted(
                one.owner(), one.owner().id, one.owner().table, number, most(key.kind())));
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
