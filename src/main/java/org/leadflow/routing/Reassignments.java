package org.leadflow.routing;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.AccessLevel;
import org.leadflow.access.Caller;
import org.leadflow.access.CurrentCaller;
import org.leadflow.access.MissingPrivilege;
import org.leadflow.access.Permissions;
import org.leadflow.access.Privilege;
import org.leadflow.core.Refused;
import org.leadflow.core.Slices;
import org.leadflow.lead.Lead;
import org.leadflow.routing.Occasion.Why;
import org.leadflow.routing.Rerouting.Foreseen;
import org.springframework.stereotype.Service;

/**
 * Gives many leads to others at once by the rules and turns that hold for each: those of somebody
 * who left or is away, and those that were routed by rules that changed since.
 */
@Service
public class Reassignments {

  /** How many leads one call moves; whoever has more calls again. */
  public static final int MOST = 500;

  /** Foreseen in one transaction, which no pool should wait for longer. */
  private static final int AT_ONCE = 100;

  private final Selection selection;
  private final Rerouting rerouting;
  private final Permissions permissions;
  private final CurrentCaller callers;

  Reassignments(
      Selection selection, Rerouting rerouting, Permissions permissions, CurrentCaller callers) {
    this.selection = selection;
    this.rerouting = rerouting;
    this.permissions = permissions;
    this.callers = callers;
  }

  /**
   * The leads the caller may move, the oldest first.
   *
   * @param why {@link Why#LEFT}, {@link Why#ABSENT} or {@link Why#RULES}
   * @param fromUserId whose leads, for the first two
   * @param teamId of which team, for the last; null for all
   * @throws MissingPrivilege unless he may assign leads he does not own
   */
  public Chosen choose(Why why, @Nullable String fromUserId, @Nullable String teamId) {
    Caller caller = callers.get();
    if (permissions.level(caller, Privilege.ASSIGN).compareTo(AccessLevel.LOCAL) < 0) {
      throw new MissingPrivilege(Privilege.ASSIGN);
    }
    List<Lead> leads =
        why == Why.RULES || fromUserId == null
            ? selection.untouched(teamId, caller, MOST)
            : selection.ownedBy(fromUserId, caller, MOST);
    return new Chosen(leads.stream().map(Lead::leadId).toList(), Selection.token(leads));
  }

  /** What would come of each; nothing is written. */
  public List<Foreseen> preview(Chosen chosen, Occasion occasion) {
    return Slices.of(chosen.leadIds(), AT_ONCE).stream()
        .flatMap(some -> rerouting.preview(some, occasion).stream())
        .toList();
  }

  /**
   * Some leads, and what stands for them as they are.
   *
   * @param token of the selection; another as soon as one of its leads changed
   */
  public record Chosen(List<UUID> leadIds, String token) {

    /**
     * @param seen the token of a preview, null when the caller needs none
     * @throws Refused when the leads are not as they were then
     */
    public void requireSeen(@Nullable String seen) {
      if (seen != null && !seen.equals(token)) {
        throw Refused.conflict(
            "preview-outdated", "Some of the leads changed since the preview: ask for it again.");
      }
    }
  }
}
