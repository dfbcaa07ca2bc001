package org.leadflow.duplicates;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.leadflow.core.Condition;
import org.leadflow.duplicates.SearchTerm.Span;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds leads by what somebody types: beginnings of words of name, company and topic, of a mail
 * address, of a phone number. All that is typed must fit, in whatever order and spelling.
 */
@Component
public class LeadWords {

  /** Fewer leads than this are looked up first; of more words each lead is asked. */
  private static final int FEW = 2000;

  private final JdbcClient jdbc;

  LeadWords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is true of the rows of {@code lead} that were meant; {@link Condition#ALL} when nothing
   * was typed. Its parameters begin with {@code word}.
   */
  public Condition condition(String typed) {
    List<SearchTerm> terms = SearchTerm.of(typed);
    if (terms.isEmpty()) {
      return typed.isBlank() ? Condition.ALL : Condition.NONE;
    }
    Set<UUID> found = null;
    List<SearchTerm> common = new ArrayList<>();
    for (SearchTerm term : terms) {
      List<UUID> some = some(term);
      if (some.size() > FEW) {
        common.add(term);
      } else if (found == null) {
        found = new HashSet<>(some);
      } else {
        found.retainAll(some);
      }
    }
    Condition all = found == null ? Condition.ALL : ofThese(found);
    for (int i = 0; i < common.size(); i++) {
      all = all.and(asked(common.get(i), i));
    }
    return all;
  }

  private static Condition ofThese(Set<UUID> found) {
    return found.isEmpty()
        ? Condition.NONE
        : Condition.of("lead.lead_id IN (:wordLeads)", "wordLeads", found);
  }

  private List<UUID> some(SearchTerm term) {
    Condition condition = spans(term, 0);
    return jdbc.sql(
            "SELECT lead_id FROM lead_key k WHERE "
                + condition.sql()
                + " FETCH FIRST "
                + (FEW + 1)
                + " ROWS ONLY")
        .params(condition.values())
        .query(UUID.class)
        .list();
  }

  private static Condition asked(SearchTerm term, int number) {
    Condition spans = spans(term, number);
    return new Condition(
        "EXISTS (SELECT 1 FROM lead_key k WHERE k.lead_id = lead.lead_id AND " + spans.sql() + ")",
        spans.values());
  }

  private static Condition spans(SearchTerm term, int number) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> alternatives = new ArrayList<>();
    for (Span span : term.spans()) {
      String name = "word" + number + "x" + alternatives.size();
      alternatives.add(
          "k.kind = '%1$s' AND k.content >= :%2$sFrom AND k.content < :%2$sTo"
              .formatted(span.kind(), name));
      values.put(name + "From", span.beginning());
      values.put(name + "To", span.end());
    }
    return new Condition("(" + String.join(" OR ", alternatives) + ")", values);
  }
}
