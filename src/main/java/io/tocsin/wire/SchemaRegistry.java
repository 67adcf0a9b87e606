package io.tocsin.wire;

import static io.tocsin.wire.Unreadable.Reason.UNKNOWN_SCHEMA;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A registry that speaks Confluent's REST API, such as Confluent's own, Karapace, or Apicurio below
 * {@code /apis/ccompat/v7}. Ids and schemas never change once given, so both are asked for once.
 * Safe for use by many threads.
 */
public final class SchemaRegistry {
  private final RegistryRequests requests;
  private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
  private final Map<Registered, Integer> ids = new ConcurrentHashMap<>();

  public SchemaRegistry(RegistryOptions options) {
    this.requests = new RegistryRequests(options);
  }

  /**
   * The schema of an id.
   *
   * @throws Unreadable when the registry does not know the id, or it is not an Avro schema
   * @throws RegistryUnavailable when it does not answer
   */
  Schema schema(int id) {
    Schema known = schemas.get(id);
    return known != null ? known : remember(id, fetch(id));
  }

  /** The schema of an id if it was asked for before, else {@code null}. */
  Schema known(int id) {
    return schemas.get(id);
  }

  /**
   * The id of a schema, which is registered first where it is not yet.
   *
   * @throws RegistryUnavailable when the registry does not answer, or refuses the schema
   */
  int id(String subject, Schema schema) {
    var registered = new Registered(subject, schema);
    Integer known = ids.get(registered);
    if (known != null) {
      return known;
    }
    int id = requests.register(subject, schema.toString());
    ids.put(registered, id);
    return id;
  }

  private Schema remember(int id, Schema schema) {
    schemas.put(id, schema);
    return schema;
  }

  private Schema fetch(int id) {
    ObjectNode answer =
        requests
            .schema(id)
            .orElseThrow(
                () ->
                    new Unreadable(UNKNOWN_SCHEMA, "the registry knows no schema of the id " + id));
    String type = answer.path("schemaType").asText("AVRO");
    if (!type.equals("AVRO")) {
      throw new Unreadable(UNKNOWN_SCHEMA, "the schema of the id " + id + " is " + type);
    }
    try {
      return new Schema.Parser().parse(answer.path("schema").asText());
    } catch (AvroRuntimeException e) {
      throw new Unreadable(
          UNKNOWN_SCHEMA, "the schema of the id " + id + " is not Avro: " + e.getMessage());
    }
  }

  /** A schema in the place where the registry files it. */
  private record Registered(String subject, Schema schema) {}
}
