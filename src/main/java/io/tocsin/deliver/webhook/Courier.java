package io.tocsin.deliver.webhook;

import io.tocsin.deliver.notice.Message;
import io.tocsin.deliver.webhook.template.Letterhead;
import io.tocsin.trace.TraceContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.function.UnaryOperator;

/** Brings messages to one endpoint: written as it wants them, signed. */
public final class Courier {
  private final Endpoint endpoint;
  private final Letterhead letterhead;
  private final Post post;

  /**
   * @param names ids of entities and regions to names
   * @param console optional: where people look a subject up
   */
  public Courier(Endpoint endpoint, UnaryOperator<String> names, String console, Post post) {
    this.endpoint = endpoint;
    this.letterhead =
        new Letterhead(
            endpoint.id(), endpoint.key(), endpoint.terms().match().minLevel(), names, console);
    this.post = post;
  }

  /**
   * Posts a message once.
   *
   * @throws IOException where no answer comes
   */
  public Post.Answer bring(Message message, Instant now) throws IOException {
    return bring(message, now, TraceContext.NONE);
  }

  /** The same as part of a trace, which its headers carry on. */
  Post.Answer bring(Message message, Instant now, TraceContext trace) throws IOException {
    var body = endpoint.template().body(message, letterhead).toString();
    var headers = new LinkedHashMap<String, String>();
    headers.put("content-type", "application/json; charset=utf-8");
    headers.putAll(Signature.headers(endpoint.secrets(), message.id(endpoint.id()), now, body));
    if (trace.exists()) {
      headers.put(TraceContext.PARENT, trace.parent());
      if (!trace.state().isEmpty()) {
        headers.put(TraceContext.STATE, trace.state());
      }
    }
    return post.send(
        endpoint.url(),
        endpoint.anywhere(),
        endpoint.timeout(),
        headers,
        body.getBytes(StandardCharsets.UTF_8));
  }
}
