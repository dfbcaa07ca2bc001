package org.leadflow.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Answers who knows what. */
@Component
public class Skills {

  private final JdbcClient jdbc;

  Skills(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The skills of each of these users, in one statement; empty for one without any, and for one who
   * does not exist.
   */
  public Map<String, Set<Skill>> of(Collection<String> userIds) {
    var skills = new HashMap<String, Set<Skill>>();
    userIds.forEach(id -> skills.put(id, new HashSet<>()));
    if (!skills.isEmpty()) {
      jdbc.sql("SELECT user_id, name, skill_value FROM user_skill WHERE user_id IN (:ids)")
          .param("ids", skills.keySet())
          .query(
              (RowCallbackHandler)
                  row ->
                      skills
                          .get(row.getString("user_id"))
                          .add(new Skill(row.getString("name"), row.getString("skill_value"))));
    }
    return skills;
  }
}
