package org.leadflow.customer;

/** The stages of an opportunity after its lead was qualified, in their order. */
public enum Stage {
  DEVELOP("Develop"),
  PROPOSE("Propose"),
  CLOSE("Close");

  private final String label;

  Stage(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /**
   * The stage with this label.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Stage ofLabel(String label) {
    for (Stage stage : values()) {
      if (stage.label.equals(label)) {
        return stage;
      }
    }
    throw new IllegalArgumentException(
        label + " is no stage; the stages are Develop, Propose and Close");
  }
}
