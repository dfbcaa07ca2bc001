package org.leadflow.process.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What Modeler offers is what Java does and what the list says: a block without a template, or a
 * template of no block, is found here.
 */
class TemplatesTests {

  private static final Templates TEMPLATES = Templates.ofTheseClasses();
  private static final BuildingBlocks BLOCKS = BuildingBlocks.ofTheseClasses();
  private static final House HOUSE = House.at("processes");

  @TestFactory
  Stream<DynamicTest> everyTemplateIsAsModelerReadsIt() {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(VersionFlag.V7)
            .getSchema(getClass().getResourceAsStream("/camunda/element-templates.schema.json"));
    return TEMPLATES.all().stream()
        .map(
            template ->
                DynamicTest.dynamicTest(
                    template.file(),
                    () -> {
                      assertThat(schema.validate(template.json())).isEmpty();
                      isHelpful(template);
                    }));
  }

  private static void isHelpful(Template template) {
    String name = template.file().replace(".json", "");
    assertThat(template.id()).isEqualTo("org.leadflow." + name);
    assertThat(DiagramRules.runTogether(template.name())).isEqualToIgnoringCase(name);
    assertThat(template.json().at("/icon/contents").asText()).startsWith("data:image/svg+xml");
    assertThat(template.json().path("version").asInt()).isPositive();
    assertThat(HOUSE.rowOf(name)).as("the row of %s", name).isNotEmpty();
    assertThat(HOUSE.rowOf(name).split("\\|")[2].replaceAll("[`*]", "").strip())
        .as("what the list says it does")
        .isEqualTo(template.json().path("description").asText());
    template
        .json()
        .path("properties")
        .forEach(
            field -> {
              if (!field.path("type").asText().equals("Hidden")) {
                assertThat(field.path("label").asText()).isNotBlank();
                assertThat(field.path("description").asText()).endsWith(".");
              }
            });
  }

  @Test
  void everyStepHasItsTemplateAndEveryTemplateItsStep() {
    Set<String> offered = new TreeSet<>();
    TEMPLATES.all().forEach(template -> template.step().ifPresent(offered::add));

    assertThat(offered)
        .as("templates in processes/.camunda/element-templates; copy one for a new block")
        .isEqualTo(BLOCKS.steps());
    assertThat(offered)
        .allSatisfy(
            block ->
                assertThat(TEMPLATES.ofStep(block).orElseThrow().file())
                    .isEqualTo(block + ".json"));
  }

  @Test
  void everyListenerComesWithATaskForPeople() {
    Set<String> offered = new TreeSet<>();
    TEMPLATES.all().forEach(template -> offered.addAll(template.listeners()));

    assertThat(offered).isEqualTo(BLOCKS.listeners());
  }

  @Test
  void theListNamesTheListenersAndTheFormOfEachTaskForPeople() {
    assertThat(TEMPLATES.all().stream().filter(template -> template.step().isEmpty()))
        .isNotEmpty()
        .allSatisfy(
            template -> {
              String[] cells = HOUSE.rowOf(template.file().replace(".json", "")).split("\\|");
              assertThat(HouseDiagram.words(cells[4])).hasSameElementsAs(template.listeners());
              String form =
                  template
                      .bound("property")
                      .filter(field -> field.name().equals("camunda:formRef"))
                      .flatMap(field -> field.values().stream())
                      .findFirst()
                      .orElse("yours");
              assertThat(cells[3].replace("`", "").strip()).isEqualTo(form);
            });
  }

  @Test
  void theListNamesTheFieldsOfEachStep() {
    assertThat(TEMPLATES.all())
        .allSatisfy(
            template -> {
              List<String> fields = template.fields().stream().map(Template.Field::name).toList();
              if (!fields.isEmpty()) {
                assertThat(HOUSE.rowOf(template.step().orElseThrow()).split("\\|")[3])
                    .contains(fields.stream().map(name -> "`" + name + "`").toList());
              }
            });
  }
}
