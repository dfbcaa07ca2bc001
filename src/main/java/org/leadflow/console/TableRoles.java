package org.leadflow.console;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.AbstractDialect;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * Names the parts of every table that becomes cards on a phone: what is no longer laid out as a
 * table is one for screen readers only when its parts say so.
 */
@Component
class TableRoles extends AbstractDialect implements IPostProcessorDialect {

  TableRoles() {
    super("table roles");
  }

  @Override
  public int getDialectPostProcessorPrecedence() {
    return 1000;
  }

  @Override
  public Set<IPostProcessor> getPostProcessors() {
    return Set.of(new PostProcessor(TemplateMode.HTML, Naming.class, 1000));
  }

  /** Sees one page pass; made anew for each. */
  public static final class Naming extends AbstractTemplateHandler {

    private static final Map<String, String> ROLES =
        Map.of(
            "thead", "rowgroup",
            "tbody", "rowgroup",
            "tfoot", "rowgroup",
            "tr", "row",
            "td", "cell");

    private boolean inside;

    @Override
    public void handleOpenElement(IOpenElementTag tag) {
      String classes = tag.getAttributeValue("class");
      if (is("table", tag.getElementCompleteName()) && classes != null) {
        inside = Set.of(classes.split(" ")).contains("stacked");
      }
      String role = inside ? role(tag) : null;
      super.handleOpenElement(
          role == null || tag.hasAttribute("role")
              ? tag
              : getContext().getModelFactory().setAttribute(tag, "role", role));
    }

    @Override
    public void handleCloseElement(ICloseElementTag tag) {
      inside &= !is("table", tag.getElementCompleteName());
      super.handleCloseElement(tag);
    }

    private static @Nullable String role(IOpenElementTag tag) {
      String name = tag.getElementCompleteName();
      if (is("table", name)) {
        return "table";
      }
      if (is("th", name)) {
        return "row".equals(tag.getAttributeValue("scope")) ? "rowheader" : "columnheader";
      }
      return ROLES.get(name);
    }

    private static boolean is(String name, String tag) {
      return name.equalsIgnoreCase(tag);
    }
  }
}
