package io.tocsin.assess;

import io.tocsin.model.Control;

/** A control, as it is applied. */
public record Instruction(Control control) implements Evidence {
  @Override
  public String id() {
    return control.id();
  }

  @Override
  public long arrival() {
    return control.at().toEpochMilli();
  }

  /** What it puts into its subject's dossier. */
  Exhibit.Pin pin() {
    Long until = control.until() == null ? null : control.until().toEpochMilli();
    return new Exhibit.Pin(control.id(), arrival(), control.type(), control.level(), until);
  }
}
