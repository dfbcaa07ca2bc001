package org.leadflow.console;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.leadflow.access.MissingPrivilege;
import org.leadflow.access.NotVisible;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.core.Versions;
import org.leadflow.lead.Lead;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.merge.MergeDoor;
import org.leadflow.lead.merge.MergedFields;
import org.leadflow.lead.merge.MergedFields.Choice;
import org.leadflow.lead.merge.MergedFields.Side;
import org.leadflow.lead.merge.Merging;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Shows what a merge would do, merges, and takes a merge back. */
@PageController
class MergePages {

  private final MergeDoor door;
  private final LeadAccess access;

  MergePages(MergeDoor door, LeadAccess access) {
    this.door = door;
    this.access = access;
  }

  /**
   * A field in which the two differ.
   *
   * @param open whether the reader may choose
   * @param other whether the other's value is taken unless he does
   */
  record Line(String field, String ours, String theirs, boolean open, boolean other) {

    static Line of(Choice choice) {
      return new Line(
          choice.field(),
          Objects.toString(choice.master(), ""),
          Objects.toString(choice.other(), ""),
          choice.taken() == Side.MASTER && MergedFields.isOpenToChoice(choice.field()),
          choice.taken() == Side.OTHER);
    }
  }

  @GetMapping("/leads/{leadId}/merge")
  String preview(
      @PathVariable UUID leadId, @RequestParam String other, Model model, RedirectAttributes page) {
    Lead master = access.require(leadId, Privilege.WRITE);
    try {
      UUID otherId = UUID.fromString(other.strip());
      Merging.Merged merged = door.preview(leadId, otherId, Set.of());
      model.addAttribute("master", master);
      model.addAttribute("other", access.require(otherId, Privilege.WRITE));
      model.addAttribute("lines", merged.choices().stream().map(Line::of).toList());
      model.addAttribute("moved", merged.moved());
      return "merge";
    } catch (IllegalArgumentException noId) {
      return refused(leadId, "This is not the id of a lead.", page);
    } catch (Refused | NotVisible | MissingPrivilege refused) {
      return refused(leadId, refused.getMessage(), page);
    }
  }

  @PostMapping("/leads/{leadId}/merge")
  String merge(
      @PathVariable UUID leadId,
      @RequestParam UUID other,
      @RequestParam long version,
      @RequestParam long otherVersion,
      @RequestParam(required = false) @Nullable Set<String> take,
      RedirectAttributes page) {
    try {
      door.merge(
          leadId,
          other,
          take == null ? Set.of() : take,
          (master, merged) -> {
            Versions.requireSeen(master.version(), version);
            Versions.requireSeen(merged.version(), otherVersion);
          });
    } catch (Refused refused) {
      return refused(leadId, refused.inWords(), page);
    }
    return "redirect:/leads/" + leadId;
  }

  @PostMapping("/leads/{leadId}/unmerge")
  String unmerge(@PathVariable UUID leadId, RedirectAttributes page) {
    try {
      door.unmerge(leadId, merged -> {});
    } catch (Refused refused) {
      return refused(leadId, refused.getMessage(), page);
    }
    return "redirect:/leads/" + leadId;
  }

  private static String refused(UUID leadId, String why, RedirectAttributes page) {
    page.addFlashAttribute("mergeRefusal", why);
    return "redirect:/leads/" + leadId + "#merge";
  }
}
