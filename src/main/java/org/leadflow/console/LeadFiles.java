package org.leadflow.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.leadflow.access.Privilege;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.lead.LeadAccess;
import org.leadflow.lead.LeadRecords;
import org.leadflow.lead.attachment.AttachmentFields;
import org.leadflow.lead.attachment.Attachments;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a file from the page of a lead and shows the page again, with what was wrong if it was. */
@PageController
class LeadFiles {

  private final LeadAccess access;
  private final LeadRecords leads;
  private final Attachments attachments;
  private final TransactionTemplate transaction;

  LeadFiles(
      LeadAccess access,
      LeadRecords leads,
      Attachments attachments,
      TransactionTemplate transaction) {
    this.access = access;
    this.leads = leads;
    this.attachments = attachments;
    this.transaction = transaction;
  }

  @PostMapping("/leads/{leadId}/attachments")
  String add(@PathVariable UUID leadId, @RequestParam MultipartFile file, RedirectAttributes page) {
    access.require(leadId, Privilege.APPEND);
    try {
      transaction.executeWithoutResult(
          status -> {
            leads.locked(leadId);
            attachments.add(
                leadId,
                file.getOriginalFilename(),
                new AttachmentFields(null, null),
                received(file));
          });
    } catch (Refused refused) {
      page.addFlashAttribute("fileRefusal", refused.getMessage());
    }
    return "redirect:/leads/" + leadId + "#files";
  }

  private static InputStream received(MultipartFile file) {
    try {
      return file.getInputStream();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
