package io.tocsin.wire;

import io.tocsin.model.Control;
import io.tocsin.model.Level;
import org.apache.avro.Schema;

/** A {@link Control} on the wire. */
final class ControlShape implements Shape<Control, io.tocsin.v1.Control> {

  @Override
  public Schema schema() {
    return io.tocsin.v1.Control.getClassSchema();
  }

  @Override
  public String title() {
    return "a control";
  }

  @Override
  public io.tocsin.v1.Control toAvro(Control control) {
    return new io.tocsin.v1.Control(
        control.id(),
        Shape.named(io.tocsin.v1.ControlType.class, control.type()),
        control.entity(),
        control.region(),
        Shape.named(io.tocsin.v1.Level.class, control.level()),
        control.until(),
        control.at(),
        control.actor(),
        control.reason());
  }

  @Override
  public Control fromAvro(io.tocsin.v1.Control avro) {
    return new Control(
        avro.getId(),
        Shape.named(Control.Type.class, avro.getType()),
        avro.getEntity(),
        avro.getRegion(),
        Shape.named(Level.class, avro.getLevel()),
        avro.getUntil(),
        avro.getAt(),
        avro.getActor(),
        avro.getReason());
  }

  @Override
  public void write(Control control, FieldWriter fields) {
    fields.text("id", control.id());
    fields.choice("type", control.type());
    fields.text("entity", control.entity());
    fields.text("region", control.region());
    fields.choice("level", control.level());
    fields.time("until", control.until());
    fields.time("at", control.at());
    fields.text("actor", control.actor());
    fields.text("reason", control.reason());
  }

  @Override
  public Control read(FieldReader fields) {
    return new Control(
        fields.text("id"),
        fields.choice("type", Control.Type.class),
        fields.text("entity"),
        fields.text("region"),
        fields.choice("level", Level.class),
        fields.time("until"),
        fields.time("at"),
        fields.text("actor"),
        fields.text("reason"));
  }
}
