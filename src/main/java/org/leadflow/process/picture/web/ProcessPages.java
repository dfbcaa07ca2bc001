package org.leadflow.process.picture.web;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.leadflow.core.Moment;
import org.leadflow.core.PageController;
import org.leadflow.core.WallClock;
import org.leadflow.process.picture.HeatPictures;
import org.leadflow.process.picture.HeatPictures.Heat;
import org.leadflow.process.picture.ProcessFigures;
import org.leadflow.process.picture.ProcessFigures.Element;
import org.leadflow.process.picture.Spans;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What all leads together did in a process, on its diagram and as a table. */
@PageController
@RequestMapping("/processes")
class ProcessPages {

  private final ProcessFigureController door;
  private final HeatPictures pictures;
  private final WallClock times;

  ProcessPages(ProcessFigureController door, HeatPictures pictures, WallClock times) {
    this.door = door;
    this.pictures = pictures;
    this.times = times;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("processes", door.processes());
    return "processes";
  }

  @GetMapping("/{process}")
  String show(
      @PathVariable String process,
      @RequestParam(required = false) @Nullable Integer version,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate from,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate to,
      @RequestParam(defaultValue = "VOLUME") Heat heat,
      Model model) {
    ProcessFigures figures = door.figures(process, version, from, to);
    model.addAttribute("figures", figures);
    model.addAttribute("counted", counted(figures));
    model.addAttribute("heat", heat);
    model.addAttribute("heats", Heat.values());
    model.addAttribute("picture", pictures.of(figures, heat));
    model.addAttribute(
        "rows", figures.elements().stream().filter(ProcessPages::tells).map(Row::of).toList());
    return "process";
  }

  private @Nullable Moment counted(ProcessFigures figures) {
    return times.minuteOrNone(figures.countedUntil());
  }

  /** What only brings lines together has no name, and there is nothing to learn from it. */
  private static boolean tells(Element element) {
    return element.name() != null || element.kind() == null;
  }

  /** An element as the table tells it. */
  record Row(Element element, String median, String nineOfTen) {

    static Row of(Element element) {
      return new Row(element, words(element.median()), words(element.nineOfTen()));
    }

    private static String words(@Nullable Duration duration) {
      return duration == null ? "" : Spans.words(duration);
    }
  }
}
