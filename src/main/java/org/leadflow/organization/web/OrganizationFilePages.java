package org.leadflow.organization.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The organisation file as a page: try it, read what it would change, mend it, import it. */
@PageController
@RequestMapping("/organization/import")
class OrganizationFilePages {

  /** As large as a body of the API may be. */
  private static final int LARGEST = 1024 * 1024;

  private final OrganizationFileController door;

  OrganizationFilePages(OrganizationFileController door) {
    this.door = door;
  }

  @GetMapping
  ModelAndView show() {
    byte[] stored = Objects.requireNonNull(door.export().getBody());
    return page(new String(stored, StandardCharsets.UTF_8), false);
  }

  /**
   * @param file what was chosen; empty when the text is meant
   * @param text the file as it stands on the page
   * @param trial whether only to tell what would change
   */
  @PostMapping
  ModelAndView put(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "true") boolean trial,
      @RequestParam(defaultValue = "false") boolean deactivateMissing) {
    String written;
    try {
      written = file == null || file.isEmpty() ? text : read(file);
    } catch (CharacterCodingException other) {
      return refused(deactivateMissing, HttpStatus.UNPROCESSABLE_ENTITY, "is not in UTF-8.");
    }
    byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > LARGEST) {
      return refused(
          deactivateMissing,
          HttpStatus.PAYLOAD_TOO_LARGE,
          "has more than %d bytes.".formatted(LARGEST));
    }
    ModelAndView page = page(written, deactivateMissing);
    try {
      return page.addObject("report", door.put(trial, deactivateMissing, bytes));
    } catch (Refused mistakes) {
      page.setStatus(mistakes.status());
      return page.addObject("report", door.put(true, deactivateMissing, bytes));
    }
  }

  private static ModelAndView refused(boolean deactivateMissing, HttpStatus status, String why) {
    ModelAndView page = page("", deactivateMissing);
    page.setStatus(status);
    return page.addObject("refusal", "The file " + why).addObject("faults", List.of());
  }

  private static ModelAndView page(String text, boolean deactivateMissing) {
    return new ModelAndView("organization-file")
        .addObject("text", text)
        .addObject("deactivateMissing", deactivateMissing);
  }

  private static String read(MultipartFile file) throws CharacterCodingException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(file.getBytes()))
          .toString();
    } catch (CharacterCodingException other) {
      throw other;
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
