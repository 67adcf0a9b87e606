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
}
