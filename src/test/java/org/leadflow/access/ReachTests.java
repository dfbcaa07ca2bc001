package org.leadflow.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.leadflow.organization.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.data.relational.core.query.Criteria;
import org.springframework.data.relational.core.query.Query;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds all forms of a level, the question, the query and the statement, against one table written
 * by hand.
 *
 * <p>The caller is anna of unit emea and team emea-inside-sales, or freja who works for the partner
 * nordwind below emea.
 */
@RunningLeadflow
class ReachTests {

  private static final Map<String, Thing> THINGS =
      Map.of(
          "own", new Thing("own", "anna", null, "americas", null),
          "own team", new Thing("own team", null, "emea-inside-sales", "americas", null),
          "same unit", new Thing("same unit", "mona", null, "emea", null),
          "child unit", new Thing("child unit", "dora", null, "dach", null),
          "parent unit", new Thing("parent unit", "otto", null, "root", null),
          "sibling unit", new Thing("sibling unit", "olivia", null, "americas", null),
          "partner below", new Thing("partner below", "freja", null, "emea", "nordwind"),
          "partner elsewhere",
              new Thing("partner elsewhere", "kenji", null, "americas", "pacifica"));

  private static final String OURS =
      """
                         NONE BASIC LOCAL DEEP GLOBAL
      own                -    yes   yes   yes  yes
      own team           -    yes   yes   yes  yes
      same unit          -    -     yes   yes  yes
      child unit         -    -     -     yes  yes
      parent unit        -    -     -     -    yes
      sibling unit       -    -     -     -    yes
      partner below      -    -     -     yes  yes
      partner elsewhere  -    -     -     -    yes
      """;

  /** For freja "own" is what she owns; a partner's user never gets a level beyond LOCAL. */
  private static final String PARTNERS =
      """
                         NONE BASIC LOCAL
      own                -    -     -
      own team           -    -     -
      same unit          -    -     -
      child unit         -    -     -
      parent unit        -    -     -
      sibling unit       -    -     -
      partner below      -    yes   yes
      partner elsewhere  -    -     -
      partner's other    -    -     yes
      partner's team     -    yes   yes
      """;

  private static final Map<String, Thing> PARTNER_THINGS =
      Map.of(
          "partner's other", new Thing("partner's other", "finn", null, "emea", "nordwind"),
          "partner's team",
              new Thing("partner's team", null, "nordwind-sales", "emea", "nordwind"));

  private static final Caller ANNA =
      new Caller("anna", "emea", null, Set.of("emea-inside-sales"), Set.of(Role.SELLER));
  private static final Caller FREJA =
      new Caller("freja", "emea", "nordwind", Set.of("nordwind-sales"), Set.of(Role.SELLER));
  private static final Set<String> BELOW_EMEA = Set.of("emea", "dach");

  @Autowired JdbcAggregateTemplate store;
  @Autowired JdbcClient jdbc;

  @BeforeAll
  static void store(@Autowired JdbcClient jdbc) {
    jdbc.sql(
            """
            create table thing (name varchar(40) primary key, owner_user varchar(64), owner_team varchar(64),
              owning_business_unit varchar(64) not null, owning_partner varchar(64))
            """)
        .update();
    Stream.of(THINGS, PARTNER_THINGS)
        .flatMap(things -> things.values().stream())
        .forEach(
            thing ->
                jdbc.sql("insert into thing values (?, ?, ?, ?, ?)")
                    .params(
                        thing.name(),
                        thing.ownerUser(),
                        thing.ownerTeam(),
                        thing.owningBusinessUnit(),
                        thing.owningPartner())
                    .update());
  }

  @AfterAll
  static void forget(@Autowired JdbcClient jdbc) {
    jdbc.sql("drop table thing").update();
  }

  @TestFactory
  Stream<DynamicTest> everyLevelOfOurPeopleReachesWhatTheTableSays() {
    return cells(OURS, ANNA);
  }

  @TestFactory
  Stream<DynamicTest> everyLevelOfAPartnersPeopleReachesWhatTheTableSays() {
    return cells(PARTNERS, FREJA);
  }

  @Test
  void aFurtherConditionBindsAllAlternatives() {
    Criteria mine = new Reach(AccessLevel.DEEP, ANNA, BELOW_EMEA).criteria();
    assertThat(names(mine.and("owningPartner").is("nordwind")))
        .containsExactlyInAnyOrder("partner below", "partner's other", "partner's team");
    Criteria everything = new Reach(AccessLevel.GLOBAL, ANNA, Set.of()).criteria();
    assertThat(names(everything.and("ownerUser").is("otto"))).containsExactly("parent unit");
    Criteria nothing = new Reach(AccessLevel.NONE, ANNA, Set.of()).criteria();
    assertThat(names(nothing.and("ownerUser").is("anna"))).isEmpty();
  }

  @Test
  void somebodyWithoutATeamReachesWhatHeOwns() {
    var alone = new Caller("anna", "emea", null, Set.of(), Set.of(Role.SELLER));
    var reach = new Reach(AccessLevel.BASIC, alone, Set.of());
    assertThat(names(reach.criteria())).containsExactly("own");
    assertThat(reach.covers(THINGS.get("own team"))).isFalse();
  }

  private Stream<DynamicTest> cells(String table, Caller caller) {
    List<String> lines = table.strip().lines().toList();
    List<String> levels = List.of(lines.get(0).strip().split(" +"));
    return lines.stream()
        .skip(1)
        .flatMap(
            line -> {
              String[] cells = line.split(" {2,}", 2);
              List<String> expected = List.of(cells[1].strip().split(" +"));
              return levels.stream()
                  .map(
                      level ->
                          cell(
                              caller,
                              AccessLevel.valueOf(level),
                              cells[0],
                              expected.get(levels.indexOf(level)).equals("yes")));
            });
  }

  private DynamicTest cell(Caller caller, AccessLevel level, String relation, boolean expected) {
    return DynamicTest.dynamicTest(
        level + " " + relation,
        () -> {
          var reach = new Reach(level, caller, BELOW_EMEA);
          Thing thing = THINGS.getOrDefault(relation, PARTNER_THINGS.get(relation));
          assertThat(reach.covers(thing)).as("question").isEqualTo(expected);
          assertThat(names(reach.criteria()).contains(relation)).as("query").isEqualTo(expected);
          assertThat(names(reach.rows()).contains(relation)).as("statement").isEqualTo(expected);
        });
  }

  private List<String> names(Criteria criteria) {
    return store.findAll(Query.query(criteria), Thing.class).stream().map(Thing::name).toList();
  }

  private List<String> names(VisibleRows rows) {
    return jdbc.sql("select t.name from thing t where t.name is not null and " + rows.of("t"))
        .params(rows.parameters())
        .query(String.class)
        .list();
  }

  record Thing(
      @Id String name,
      @Nullable String ownerUser,
      @Nullable String ownerTeam,
      String owningBusinessUnit,
      @Nullable String owningPartner)
      implements Owned {}
}
