package io.tocsin.topology;

import static io.tocsin.topology.Records.news;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.assess.Report;
import io.tocsin.model.Category;
import io.tocsin.model.Claim;
import io.tocsin.oracle.SmallWorld;
import io.tocsin.reference.Reference;
import io.tocsin.wire.Codecs;
import io.tocsin.wire.Format;
import io.tocsin.wire.Names;
import io.tocsin.wire.Topics;
import io.tocsin.wire.packed.Brief;
import io.tocsin.wire.packed.Bundle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailroomTest {
  private final List<Integer> sent = new ArrayList<>();
  private Reference reference;
  private Mailroom mailroom;

  @BeforeEach
  void open(@TempDir Path folder) {
    new SmallWorld().writeTo(folder);
    reference = Reference.load(folder);
    var codecs = Codecs.of(Format.AVRO);
    var settings =
        Bench.settings(
            reference,
            Settings.ClockKind.STREAM,
            new Topics("tocsin", codecs),
            codecs,
            1,
            Tally.NONE);
    mailroom = new Mailroom(settings, (partition, bundle) -> sent.add(briefs(bundle)));
  }

  @Test
  void shouldSendWhatIsLeft_whenAllIsToBeSent() {
    mailroom.take(brief("n1", 1));
    mailroom.take(brief("n2", 1));
    assertThat(sent).isEmpty();

    mailroom.sendAll();
    mailroom.sendAll();

    assertThat(sent).containsExactly(2);
  }

  @Test
  void shouldSendABundle_whenItHasAsManyBriefsAsItMayHave() {
    for (int i = 0; i < 256; i++) {
      mailroom.take(brief("n" + i, 1));
    }

    assertThat(sent).containsExactly(256);
  }

  @Test
  void shouldSendABundleOfFewBriefs_whenTheyMakeManyClaims() {
    for (int i = 0; i < 10; i++) {
      mailroom.take(brief("n" + i, 256));
    }

    assertThat(sent).containsExactly(4, 4);
  }

  private Brief brief(String id, int claims) {
    var event = news(id, "wire-a", Bench.NOW, Category.ATTACK, "GB-BIR");
    var report = (Report) new Intake(reference).read(event);
    var claim = new Claim("isil", "GB-BIR", Category.ATTACK, 1);
    var many =
        new Report(
            report.text(),
            0,
            false,
            report.published(),
            report.arrival(),
            report.source(),
            report.origin(),
            report.reliability(),
            report.credibility(),
            null,
            0,
            Collections.nCopies(claims, claim));
    return new Brief(0, 0, new RecordHeaders(), many, null, null);
  }

  private static int briefs(byte[] bundle) {
    var read = Bundle.open(bundle, Names.texts(16));
    int count = 0;
    for (; read.hasNext(); count++) {
      read.next();
    }
    return count;
  }
}
