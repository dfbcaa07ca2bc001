package org.leadflow.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.leadflow.assignment.PoolSettings.CatchUp;
import org.leadflow.assignment.PoolSettings.Credit;
import org.leadflow.assignment.web.PoolsOfFile;
import org.leadflow.organization.BigOrganization;
import org.leadflow.organization.Database;
import org.leadflow.organization.FileChange;
import org.leadflow.organization.FileFinding;
import org.leadflow.organization.ImportReport;
import org.leadflow.organization.Node;
import org.leadflow.organization.OrganizationFiles;

/** How pools give their turns stands in the organisation file. */
class PoolsOfFileTests {

  private static final String COMPANY =
      """
      units:
        - { id: company, name: Company }
      teams:
        - { id: triage, name: Lead desk, unit: company, members: [anna] }
        - { id: north, name: North, unit: company, members: [anna, kim] }
        - { id: south, name: South, unit: company, members: [kim] }
      users:
        - { id: anna, name: Anna, unit: company, roles: [seller] }
        - { id: kim, name: Kim, unit: company, roles: [seller] }
      """;

  private static final String POOLS =
      """
      pools:
        - { id: north, strategy: weighted, nobody: next-pool, nextTeamId: south, hoursAhead: 4, catchUp: catch-up,
            countsManual: true, countsSticky: true, credit: none, timeZone: Europe/Berlin, requiredSkills: [language],
            preferredSkills: region, kindPoints: { A: 3, B: 2 }, paused: true,
            members: { anna: { weight: 3, capacity: 20, place: 1, caps: [3 a day, 1 of grade A a week], paused: true } } }
      """;

  private static final PoolSettings SETTINGS =
      new PoolSettings(
          Strategy.WEIGHTED,
          true,
          Otherwise.nextPool("south"),
          4,
          CatchUp.CATCH_UP,
          true,
          true,
          Credit.NONE,
          ZoneId.of("Europe/Berlin"),
          List.of("language"),
          List.of("region"),
          Map.of("A", 3, "B", 2));

  private static final MemberSettings ANNA =
      new MemberSettings(
          3,
          20,
          1,
          true,
          List.of(new Cap(Cap.Period.DAY, null, 3), new Cap(Cap.Period.WEEK, "A", 1)));

  @ParameterizedTest
  @EnumSource
  void everySettingComesBackFromTheFile(Database database) {
    String exported;
    try (Node node = started(database)) {
      assertThat(put(node, COMPANY + POOLS, false).findings()).isEmpty();
      assertThat(settings(node, "north")).isEqualTo(SETTINGS);
      assertThat(member(node, "north", "anna")).isEqualTo(ANNA);
      assertThat(member(node, "north", "kim")).isEqualTo(MemberSettings.DEFAULT);
      assertThat(settings(node, "south")).isEqualTo(PoolSettings.DEFAULT);

      exported = export(node);
      String pools = exported.substring(exported.indexOf("pools:"));
      assertThat(pools).contains("id: north").doesNotContain("south:", "kim", "triage");
      assertThat(put(node, exported, true).changes()).isEmpty();
    }
    try (Node node = started(database)) {
      assertThat(put(node, exported, false).findings()).isEmpty();
      assertThat(export(node)).isEqualTo(exported);
      assertThat(settings(node, "north")).isEqualTo(SETTINGS);
      assertThat(member(node, "north", "anna")).isEqualTo(ANNA);
    }
  }

  @Test
  void aPoolBecomesExactlyAsTheFileSaysAndOneItDoesNotNameStays() {
    try (Node node = started(Database.H2)) {
      put(node, COMPANY + POOLS, false);

      assertThat(put(node, COMPANY, false).changes()).isEmpty();
      assertThat(settings(node, "north")).isEqualTo(SETTINGS);

      String other =
          "pools:\n  - { id: north, strategy: weighted, timeZone: Europe/Berlin, members: { kim: { weight: 2 } } }\n";
      assertThat(put(node, COMPANY + other, true).changes())
          .contains(
              new FileChange("pool", "north", "paused: 'true' becomes nothing"),
              new FileChange("pool", "north", "member kim: nothing becomes '{weight=2}'"))
          .noneMatch(change -> change.change().startsWith("strategy"));
      assertThat(settings(node, "north")).isEqualTo(SETTINGS);
      put(node, COMPANY + other, false);
      assertThat(settings(node, "north"))
          .isEqualTo(
              new PoolSettings(
                  Strategy.WEIGHTED,
                  false,
                  Otherwise.TRIAGE,
                  null,
                  CatchUp.NONE,
                  false,
                  false,
                  Credit.GIVE_BACK,
                  ZoneId.of("Europe/Berlin"),
                  List.of(),
                  List.of(),
                  Map.of()));
      assertThat(member(node, "north", "anna")).isEqualTo(MemberSettings.DEFAULT);
      assertThat(member(node, "north", "kim").weight()).isEqualTo(2);
    }
  }

  /** T-12, of the file. */
  @ParameterizedTest
  @EnumSource
  void importingMovesNobodysTurn(Database database) {
    try (Node node = started(database)) {
      put(node, COMPANY, false);
      node.jdbc().sql("update pool set turn = 7 where team_id = 'north'").update();
      node.jdbc()
          .sql(
              "update pool_member set last_turn = 7, turns = 4 where team_id = 'north' and user_id = 'anna'")
          .update();

      put(node, COMPANY + POOLS.replace("catchUp: catch-up,", ""), false);
      put(node, COMPANY + POOLS.replace("catchUp: catch-up,", ""), false);

      PoolSettingsRecords records = node.get(PoolSettingsRecords.class);
      assertThat(records.pool("north").orElseThrow().turn()).isEqualTo(7);
      assertThat(records.members("north"))
          .filteredOn(each -> each.userId().equals("anna"))
          .singleElement()
          .matches(anna -> anna.lastTurn() == 7 && anna.turns() == 4);
      assertThat(records.pool("north").orElseThrow().version())
          .as("settings and one member changed, and nothing the second time")
          .isEqualTo(2);
    }
  }

  @Test
  void everyMistakeHasItsLineAndNothingIsImported() {
    String wrong =
        """
        pools:
          - { id: nowhere }
          - { id: north, strategy: dice, hoursAhead: soon, kindPoints: { A: lots }, colour: red }
          - { id: south, nobody: next-pool, nextTeamId: south, timeZone: Mars/Base, countsManual: maybe }
          - { id: triage, members: { kim: { weight: 2 }, anna: { weight: -1, caps: [often], mood: fine } } }
          - { id: north, paused: true }
        """;
    try (Node node = started(Database.H2)) {
      put(node, COMPANY, false);
      long line = COMPANY.lines().count() + 1;

      ImportReport report = put(node, COMPANY + wrong, false);

      assertThat(report.imported()).isFalse();
      assertThat(report.findings())
          .extracting(FileFinding::toString)
          .containsExactlyInAnyOrder(
              at(line + 1, "pool 'nowhere': there is no team of this id; add it, or name another."),
              at(
                  line + 2,
                  "pool 'north' is wrong in strategy: must be one of round-robin, weighted, least-loaded, best-fit, fixed-order, queue."),
              at(
                  line + 2,
                  "pool 'north' is wrong in hoursAhead: must be a whole number, not 'soon'."),
              at(
                  line + 2,
                  "pool 'north' is wrong in kindPoints: A must be a whole number, not 'lots'."),
              at(
                  line + 2,
                  "pool 'north' has no 'colour'; it may have id, strategy, nobody, nextTeamId, hoursAhead, catchUp, countsManual, countsSticky, credit, timeZone, requiredSkills, preferredSkills, kindPoints, paused, members."),
              at(
                  line + 3,
                  "pool 'south' is wrong in nextTeamId: must be the id of another team of the same company."),
              at(
                  line + 3,
                  "pool 'south' is wrong in timeZone: must be a time zone such as Europe/Berlin."),
              at(
                  line + 3,
                  "pool 'south' is wrong in countsManual: must be true or false, not 'maybe'."),
              at(line + 4, "pool 'triage' is wrong in members: 'kim' is not in the team."),
              at(
                  line + 4,
                  "pool 'triage', member 'anna' is wrong in weight: must be a whole number from 0 to 1000000."),
              at(
                  line + 4,
                  "pool 'triage', member 'anna' is wrong in caps: write such as \"3 a day\" or \"1 of grade A a week\", not \"often\"."),
              at(
                  line + 4,
                  "pool 'triage', member 'anna' has no 'mood'; it may have weight, capacity, place, caps, paused."),
              at(line + 5, "pool 'north' stands here a second time; remove one."));
      assertThat(settings(node, "north")).isEqualTo(PoolSettings.DEFAULT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLargeOrganizationHasItsPoolsReadAtOnce(Database database) {
    try (Node node = started(database)) {
      BigOrganization.importInto(node);
      var pools = new StringBuilder("pools:\n");
      for (int team = 1; team <= BigOrganization.TEAMS; team++) {
        pools.append(
            "  - { id: %s, strategy: weighted, members: { %s: { weight: 2 } } }\n"
                .formatted(BigOrganization.teamId(team), BigOrganization.sellerId(team * 5)));
      }
      assertThat(put(node, BigOrganization.yaml() + pools, false).findings()).isEmpty();
      assertThat(member(node, "team-200", "seller-1000").weight()).isEqualTo(2);
      assertThat(put(node, export(node), true).changes()).isEmpty();
    }
  }

  private static String at(long line, String sentence) {
    return "line " + line + ": " + sentence;
  }

  private static PoolSettings settings(Node node, String team) {
    return node.get(PoolSettingsRecords.class).pool(team).orElseThrow().settings();
  }

  private static MemberSettings member(Node node, String team, String user) {
    return node.get(PoolSettingsRecords.class).members(team).stream()
        .filter(each -> each.userId().equals(user))
        .findFirst()
        .orElseThrow()
        .settings();
  }

  private static String export(Node node) {
    return node.get(OrganizationFiles.class).export();
  }

  private static ImportReport put(Node node, String yaml, boolean trial) {
    return node.get(OrganizationFiles.class)
        .put(yaml.getBytes(StandardCharsets.UTF_8), trial, false, "admin");
  }

  private static Node started(Database database) {
    return Node.withFiles(
        database.create(),
        OrganizationFiles.class,
        PoolPlaces.class,
        PoolSettingsRecords.class,
        PoolSettingsChanges.class,
        PoolsOfFile.class);
  }
}
