package io.tocsin.topology;

import static io.tocsin.topology.Records.declare;
import static io.tocsin.topology.Records.news;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.model.Category;
import io.tocsin.model.Level;
import io.tocsin.model.NewsEvent;
import io.tocsin.model.OfficialStatement;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.RegistryOptions;
import io.tocsin.wire.SchemaRegistry;
import io.tocsin.wire.StubRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Publishers and processors are upgraded one after the other, so each may be a version ahead: of
 * records with one field more, which has a default, in the registry's format.
 */
class NewerSchemaTest {
  private static final int HEADER = 1 + Integer.BYTES;
  private static final NewsEvent REPORT =
      news("n1", "wire-a", Bench.NOW, Category.ATTACK, "GB-BIR");
  private static final OfficialStatement STATEMENT =
      declare("s1", "gb-centre", Bench.NOW.plusSeconds(60), Level.SEVERE, "GB");

  @TempDir Path folder;
  private StubRegistry registry;
  private Codecs codecs;

  @BeforeEach
  void start() throws IOException {
    registry = new StubRegistry();
    var client = new SchemaRegistry(RegistryOptions.at(registry.url()));
    codecs = Codecs.of(Format.CONFLUENT, client);
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  @Test
  void shouldTellTheSame_whenPublishersAreAVersionAhead() throws IOException {
    try (var today = Bench.open(folder);
        var ahead = Bench.open(folder, codecs)) {
      today.publish(REPORT, STATEMENT);
      ahead.publishNews(byNewerPublisher(codecs.news().encode(REPORT), newsSchema()));
      ahead.publishStatement(
          byNewerPublisher(codecs.statements().encode(STATEMENT), statementSchema()));

      assertThat(ahead.alerts()).isNotEmpty().isEqualTo(today.alerts());
      assertThat(ahead.deadLetters()).isEmpty();
    }
  }

  @Test
  void shouldBeReadByTheNextVersion_withItsDefault() throws IOException {
    var report = byNewerReader(codecs.news().encode(REPORT), newsSchema());
    var statement = byNewerReader(codecs.statements().encode(STATEMENT), statementSchema());

    assertThat(report.get("id")).hasToString("n1");
    assertThat(report.get("desk")).hasToString("day");
    assertThat(statement.get("authority")).hasToString("gb-centre");
    assertThat(statement.get("desk")).hasToString("day");
  }

  private static Schema newsSchema() {
    return io.tocsin.v1.NewsEvent.getClassSchema();
  }

  private static Schema statementSchema() {
    return io.tocsin.v1.OfficialStatement.getClassSchema();
  }

  /** With a field before all others, so that nothing lies where it lay. */
  private static Schema newer(Schema today) {
    var field =
        "{\"name\":\"desk\",\"type\":\"string\",\"default\":\"day\",\"doc\":\"Who wrote it\"},";
    var text = today.toString().replaceFirst("\"fields\":\\[", "\"fields\":[" + field);
    return new Schema.Parser().parse(text);
  }

  private static GenericRecord byNewerReader(byte[] message, Schema today) throws IOException {
    var body = DecoderFactory.get().binaryDecoder(message, HEADER, message.length - HEADER, null);
    return new GenericDatumReader<GenericRecord>(today, newer(today)).read(null, body);
  }

  private byte[] byNewerPublisher(byte[] message, Schema today) throws IOException {
    var newer = newer(today);
    var record = byNewerReader(message, today);
    record.put("desk", "night");
    var out = new ByteArrayOutputStream();
    int id = registry.register(newer.toString());
    out.writeBytes(ByteBuffer.allocate(HEADER).put((byte) 0).putInt(id).array());
    var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(newer).write(record, encoder);
    return out.toByteArray();
  }
}
