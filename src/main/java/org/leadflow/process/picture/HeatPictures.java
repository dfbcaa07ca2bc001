package org.leadflow.process.picture;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.leadflow.process.house.Mark;
import org.leadflow.process.house.Picture;
import org.leadflow.process.picture.ProcessFigures.Element;
import org.springframework.stereotype.Component;

/** Draws figures onto a diagram: the more, the darker. */
@Component
public class HeatPictures {

  /** From hardly any to the most; black words are read on all of them. */
  private static final String[] WARMTH = {"#fff7ec", "#fee8c8", "#fdd49e", "#fdbb84", "#fc8d59"};

  private static final String LINE = "#7a3600";
  private static final String FAILED_LINE = "#b3171f";

  private final FiguresOfProcesses figures;

  HeatPictures(FiguresOfProcesses figures) {
    this.figures = figures;
  }

  /** What is drawn. */
  public enum Heat {
    /** How often an element was left. */
    VOLUME("how many", Element::passes),
    /** How long half of them took no longer. */
    DURATION(
        "how long, in the middle",
        element -> element.median() == null ? 0 : element.median().toMillis()),
    /** How many are there at this moment. */
    NOW("how many are there now", Element::now);

    private final String words;
    private final ToDoubleFunction<Element> measure;

    Heat(String words, ToDoubleFunction<Element> measure) {
      this.words = words;
      this.measure = measure;
    }

    public String words() {
      return words;
    }

    private String said(Element element) {
      return this == DURATION
          ? Spans.words(element.median() == null ? Duration.ZERO : element.median())
          : String.format(Locale.ENGLISH, "%,d", (long) measure.applyAsDouble(element));
    }
  }

  /** An SVG. */
  public String of(ProcessFigures of, Heat heat) {
    BpmnModelInstance diagram = figures.diagram(of);
    double most = of.elements().stream().mapToDouble(heat.measure).max().orElse(0);
    Map<String, Mark> marks = new HashMap<>();
    for (Element element : of.elements()) {
      double much = heat.measure.applyAsDouble(element);
      if (element.failed() > 0) {
        marks.put(
            element.element(),
            new Mark(warmth(much, most), FAILED_LINE, element.failed() + " failed"));
      } else if (much > 0) {
        marks.put(element.element(), new Mark(warmth(much, most), LINE, heat.said(element)));
      }
    }
    return Picture.of(diagram, of.process(), of.called() + ", coloured by " + heat.words(), marks);
  }

  /** By powers: what is a tenth of the most is still seen. */
  private static String warmth(double much, double most) {
    if (most <= 0 || much <= 0) {
      return WARMTH[0];
    }
    double share = Math.log1p(much) / Math.log1p(most);
    return WARMTH[(int) Math.min(WARMTH.length - 1, Math.floor(share * WARMTH.length))];
  }
}
