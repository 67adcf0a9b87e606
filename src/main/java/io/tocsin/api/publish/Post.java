package io.tocsin.api.publish;

import io.javalin.http.Context;
import io.tocsin.api.Answer;
import io.tocsin.api.Refused;
import io.tocsin.api.access.Caller;
import io.tocsin.wire.Kind;
import java.io.InputStream;
import java.util.Set;

/** A way of posting records: what a body of one sort is answered. */
interface Post {
  /**
   * Publishes what a body holds.
   *
   * @throws Refused where that cannot be
   */
  Answer answer(Sent sent);

  /**
   * What was sent.
   *
   * @param trace in which its records go on
   * @param name of the body's media type
   * @param body unpacked and bounded; reading it fails with what {@link Body#failure} explains
   */
  record Sent(
      Context context, Caller caller, Kind kind, PostTrace trace, String name, InputStream body) {
    /** The same, as sent by one who speaks for these authorities besides. */
    Sent alsoFor(Set<String> signed) {
      return new Sent(context, caller.alsoFor(signed), kind, trace, name, body);
    }
  }
}
