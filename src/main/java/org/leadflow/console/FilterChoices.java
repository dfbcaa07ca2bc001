package org.leadflow.console;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.leadflow.access.Caller;
import org.leadflow.lead.OptionSet;
import org.leadflow.lead.StateCode;
import org.leadflow.lead.StatusCode;
import org.leadflow.organization.BusinessUnit;
import org.leadflow.organization.ChannelPartner;
import org.leadflow.organization.Team;
import org.leadflow.organization.User;

/** What the filter of the list lets choose: what is sent, with what people read, in order. */
record FilterChoices(
    Map<String, String> states,
    Map<String, String> reasons,
    Map<String, String> kindsOfOwners,
    Map<String, String> teams,
    Map<String, String> people,
    Map<String, String> units,
    Map<String, String> partners,
    Map<String, String> sources,
    Map<String, String> grades,
    Map<String, String> due,
    Map<String, String> orders) {

  /** What this reader can mean; a partner's people see leads of their own kind only. */
  static FilterChoices of(Choices choices, Caller caller) {
    Choices.Receivers owners = choices.seenBy(caller);
    boolean ours = caller.partnerId() == null;
    return new FilterChoices(
        by(
            List.of(StateCode.values()),
            state -> state.label().toLowerCase(Locale.ROOT),
            StateCode::label),
        by(
            Arrays.asList(StatusCode.values()),
            reason -> String.valueOf(reason.code()),
            StatusCode::label),
        pairs(
            "me", "Me",
            "my-teams", "My teams (in the queue)",
            "queue", "Any team (in the queue)"),
        by(owners.teams(), team -> "team:" + team.id(), Team::name),
        by(owners.people(), user -> "user:" + user.id(), User::name),
        by(ours ? choices.units(caller) : List.of(), BusinessUnit::id, BusinessUnit::name),
        by(ours ? choices.partners() : List.of(), ChannelPartner::id, ChannelPartner::name),
        by(
            OptionSet.LEAD_SOURCE.labels().entrySet(),
            source -> source.getKey().toString(),
            Map.Entry::getValue),
        pairs("A", "A", "B", "B", "C", "C", "D", "D"),
        pairs(
            "waiting", "Nobody responded yet",
            "today", "Due today or earlier",
            "overdue", "Overdue"),
        pairs(
            "newest", "Newest first",
            "oldest", "Oldest first",
            "score", "Best score first",
            "due", "Response due first"));
  }

  private static <T> Map<String, String> by(
      Collection<T> all, Function<T, String> sent, Function<T, String> read) {
    Map<String, String> choices = new LinkedHashMap<>();
    all.forEach(each -> choices.put(sent.apply(each), read.apply(each)));
    return choices;
  }

  private static Map<String, String> pairs(String... sentAndRead) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (int i = 0; i < sentAndRead.length; i += 2) {
      choices.put(sentAndRead[i], sentAndRead[i + 1]);
    }
    return choices;
  }
}
