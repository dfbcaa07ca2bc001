package org.leadflow.intake.csv.web;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.PageController;
import org.leadflow.core.Refused;
import org.leadflow.core.WallClock;
import org.leadflow.intake.csv.ImportJob;
import org.leadflow.intake.csv.ImportJob.Status;
import org.leadflow.intake.csv.ImportOutcomes;
import org.leadflow.intake.csv.ImportStarts;
import org.leadflow.intake.csv.Imports;
import org.leadflow.intake.csv.NotCsv;
import org.leadflow.intake.csv.Reading;
import org.leadflow.intake.csv.RowOutcome.Kind;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Files of leads as pages: send one, lay its columns on fields, watch it, see what it brought. */
@PageController
@RequestMapping("/imports")
class ImportPages {

  private static final Sort NEWEST_FIRST = Sort.by(Sort.Direction.DESC, "createdOn", "importId");
  private static final int LINES = 25;

  private final Imports imports;
  private final ImportStarts starts;
  private final ImportOutcomes outcomes;
  private final ColumnsPage columns;
  private final WallClock times;

  ImportPages(
      Imports imports,
      ImportStarts starts,
      ImportOutcomes outcomes,
      ColumnsPage columns,
      WallClock times) {
    this.imports = imports;
    this.starts = starts;
    this.outcomes = outcomes;
    this.columns = columns;
    this.times = times;
  }

  @GetMapping
  ModelAndView list(@RequestParam(defaultValue = "1") int page) {
    PageRequest wanted = PageRequest.of(Math.max(0, page - 1), LINES, NEWEST_FIRST);
    return new ModelAndView("imports")
        .addObject("mostBytes", imports.mostBytes())
        .addObject("imports", imports.page(wanted).map(this::line));
  }

  @PostMapping
  ModelAndView send(
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String source)
      throws IOException {
    // A form sends a nameless part where no file was chosen.
    String name = file == null ? null : file.getOriginalFilename();
    if (file == null || name == null || name.isEmpty()) {
      return notTaken(HttpStatus.UNPROCESSABLE_ENTITY, "Choose a file first.", source);
    }
    try {
      return to(
          imports
              .receive(
                  new ReceivedFile(Texts.fileName(name), file),
                  Reading.AS_FOUND,
                  Texts.source(source))
              .importId());
    } catch (NotCsv told) {
      return notTaken(HttpStatus.UNPROCESSABLE_ENTITY, told.getMessage(), source);
    } catch (Refused refused) {
      return notTaken(refused.status(), refused.inWords(), source);
    }
  }

  private ModelAndView notTaken(HttpStatusCode status, String sentence, String source) {
    ModelAndView page = list(1);
    page.setStatus(status);
    return refused(page, sentence).addObject("source", source);
  }

  @GetMapping("/{importId}")
  ModelAndView show(
      @PathVariable UUID importId,
      @RequestParam(required = false) @Nullable Kind outcome,
      @RequestParam(defaultValue = "1") int page)
      throws IOException {
    ImportJob job = imports.find(importId);
    return job.status() == Status.READY
        ? columns.of(job, MappingForm.EMPTY)
        : progress(job, outcome, page);
  }

  private ModelAndView progress(ImportJob job, @Nullable Kind outcome, int page) {
    PageRequest wanted = PageRequest.of(Math.max(0, page - 1), LINES);
    return new ModelAndView("import")
        .addObject("import", line(job))
        .addObject("mine", imports.isInHandsOfCaller(job))
        .addObject("kinds", Kind.values())
        .addObject("wanted", outcome)
        .addObject("rows", outcomes.rows(job.importId(), outcome, wanted));
  }

  /** The columns again, as they would be read with what is filled in so far. */
  @PostMapping("/{importId}/look")
  ModelAndView look(@PathVariable UUID importId, @RequestParam MultiValueMap<String, String> sent)
      throws IOException {
    ImportJob job = imports.find(importId);
    try {
      return columns.of(job, new MappingForm(sent));
    } catch (NotCsv told) {
      return columns.refused(job, told);
    }
  }

  @PostMapping("/{importId}/start")
  ModelAndView start(
      @PathVariable UUID importId,
      @RequestParam(defaultValue = "false") boolean anyway,
      @RequestParam MultiValueMap<String, String> sent)
      throws IOException {
    var form = new MappingForm(sent);
    try {
      Optional<ModelAndView> unexplained =
          anyway ? Optional.empty() : columns.unexplained(imports.find(importId), form);
      if (unexplained.isPresent()) {
        return unexplained.get();
      }
      starts.start(importId, form.reading(), Texts.source(form.source()), form.mapping());
      return to(importId);
    } catch (NotCsv told) {
      return columns.refused(imports.find(importId), told);
    } catch (Refused refused) {
      ImportJob job = imports.find(importId);
      return job.status() == Status.READY
          ? columns.refused(job, form, refused)
          : refused(progress(job, null, 1), refused.getMessage());
    }
  }

  @PostMapping("/{importId}/pause")
  ModelAndView pause(@PathVariable UUID importId) {
    return moved(importId, imports::pause);
  }

  @PostMapping("/{importId}/resume")
  ModelAndView resume(@PathVariable UUID importId) {
    return moved(importId, imports::resume);
  }

  @PostMapping("/{importId}/cancel")
  ModelAndView cancel(@PathVariable UUID importId) {
    return moved(importId, imports::cancel);
  }

  @PostMapping("/{importId}/remove")
  ModelAndView remove(@PathVariable UUID importId) {
    try {
      imports.remove(importId);
      return new ModelAndView("redirect:/imports");
    } catch (Refused refused) {
      return refused(progress(imports.find(importId), null, 1), refused.getMessage());
    }
  }

  private ModelAndView moved(UUID importId, Function<UUID, ImportJob> move) {
    try {
      move.apply(importId);
      return to(importId);
    } catch (Refused refused) {
      ModelAndView page = progress(imports.find(importId), null, 1);
      page.setStatus(refused.status());
      return refused(page, refused.getMessage());
    }
  }

  private static ModelAndView refused(ModelAndView page, String sentence) {
    return page.addObject("refusal", sentence).addObject("faults", List.of());
  }

  private static ModelAndView to(UUID importId) {
    return new ModelAndView("redirect:/imports/" + importId);
  }

  private ImportLine line(ImportJob job) {
    return ImportLine.of(job, outcomes.progress(job), times);
  }
}
