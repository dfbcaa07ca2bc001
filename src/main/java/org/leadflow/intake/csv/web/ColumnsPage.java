package org.leadflow.intake.csv.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.leadflow.core.FieldFault;
import org.leadflow.core.Refused;
import org.leadflow.intake.csv.ImportField;
import org.leadflow.intake.csv.ImportJob;
import org.leadflow.intake.csv.ImportJob.Status;
import org.leadflow.intake.csv.ImportStarts;
import org.leadflow.intake.csv.Imports;
import org.leadflow.intake.csv.NotCsv;
import org.leadflow.intake.csv.Preview;
import org.leadflow.intake.csv.Reading;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page on which the columns of a file are laid on fields. */
@Component
class ColumnsPage {

  private static final int ROWS = 8;
  private static final Pattern COLUMN = Pattern.compile("columns\\[(\\d+)]\\.\\w+");

  private final Imports imports;
  private final ImportStarts starts;

  ColumnsPage(Imports imports, ImportStarts starts) {
    this.imports = imports;
    this.starts = starts;
  }

  /**
   * With what is filled in so far, as long as that is about the columns of the file: who reads it
   * another way, or as that of another source, gets a proposal.
   */
  ModelAndView of(ImportJob job, MappingForm form) throws IOException {
    String typed = Objects.requireNonNullElse(form.isFilledIn() ? form.source() : job.source(), "");
    String source = Texts.isSource(typed) ? typed : null;
    Preview preview = starts.preview(job.importId(), form.reading(), source, form.mapping(), ROWS);
    if (!form.isAbout(shown(preview, typed))) {
      preview = starts.preview(job.importId(), form.reading(), source, null, ROWS);
    }
    return page(job, preview, typed);
  }

  private ModelAndView page(ImportJob job, Preview preview, String source) {
    Map<String, ImportField> fields =
        starts.fields().stream().collect(Collectors.toMap(ImportField::name, Function.identity()));
    return new ModelAndView("import-columns")
        .addObject("job", job)
        .addObject("mine", imports.isInHandsOfCaller(job))
        .addObject("preview", preview)
        .addObject("source", source)
        .addObject("encodings", Reading.encodings())
        .addObject("shown", shown(preview, source))
        .addObject("columns", ColumnLine.of(preview, fields))
        .addObject("constants", new TreeMap<>(preview.proposal().constants()))
        .addObject(
            "missing", preview.missing().stream().map(name -> fields.get(name).label()).toList())
        .addObject("fields", starts.fields());
  }

  private static String shown(Preview preview, String source) {
    return Integer.toHexString(Objects.hash(preview.headings(), source));
  }

  /** What was wrong with what somebody filled in; it is all still there. */
  ModelAndView refused(ImportJob job, MappingForm form, Refused refused) throws IOException {
    ModelAndView page = of(job, form);
    List<String> headings = ((Preview) page.getModel().get("preview")).headings();
    page.setStatus(refused.status());
    return page.addObject("refusal", refused.getMessage())
        .addObject(
            "faults",
            refused.faults().stream()
                .map(
                    fault ->
                        new FieldFault(inWords(fault.field(), form, headings), fault.message()))
                .toList());
  }

  /**
   * The page with what is filled in, where it leaves words of which nobody said what they stand
   * for.
   */
  Optional<ModelAndView> unexplained(ImportJob job, MappingForm form) throws IOException {
    if (job.status() != Status.READY) {
      return Optional.empty();
    }
    Preview preview =
        starts.preview(
            job.importId(), form.reading(), Texts.source(form.source()), form.mapping(), ROWS);
    if (preview.unknownWords().isEmpty()) {
      return Optional.empty();
    }
    ModelAndView page = page(job, preview, form.source());
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return Optional.of(
        page.addObject("unexplained", true)
            .addObject(
                "refusal",
                "Some words are none of ours, and their rows would be rejected: say below what they stand for, or import anyway.")
            .addObject("faults", List.of()));
  }

  /** The file cannot be read in the way that was asked for, so it is shown as it was found. */
  ModelAndView refused(ImportJob job, NotCsv told) throws IOException {
    ModelAndView page = of(job, MappingForm.EMPTY);
    page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
    return page.addObject("refusal", told.getMessage()).addObject("faults", List.of());
  }

  /** A person knows a column by its heading, and a field by its label. */
  private String inWords(String field, MappingForm form, List<String> headings) {
    Matcher column = COLUMN.matcher(field);
    if (!column.matches()) {
      return starts.fields().stream()
          .filter(known -> known.name().equals(field))
          .map(ImportField::label)
          .findFirst()
          .orElse(field);
    }
    int place = form.mapping().columns().get(Integer.parseInt(column.group(1))).column();
    return place < headings.size() && !headings.get(place).isBlank()
        ? headings.get(place)
        : "Column " + (place + 1);
  }
}
