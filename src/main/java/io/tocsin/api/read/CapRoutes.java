package io.tocsin.api.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tocsin.api.Routes;
import io.tocsin.deliver.board.Board;
import io.tocsin.deliver.board.Pages;
import io.tocsin.deliver.board.Told;
import io.tocsin.deliver.cap.AtomWriter;
import io.tocsin.deliver.cap.CapWriter;
import io.tocsin.deliver.cap.Messages;
import java.net.URLEncoder;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Changes as CAP messages, and a feed that leads to them. */
public final class CapRoutes implements Routes {
  private static final int USUAL_LIMIT = 50;
  private static final int GREATEST_LIMIT = 200;
  private static final Set<String> PARAMETERS = parameters();
  private static final String UTF_8_TEXT = ";charset=utf-8";

  private final Board board;
  private final Terms terms;
  private final Messages messages;
  private final CapWriter writer;
  private final AtomWriter feeds;

  public CapRoutes(Board board, Terms terms, CapWriter writer) {
    this.board = board;
    this.terms = terms;
    this.messages = new Messages(board);
    this.writer = writer;
    this.feeds = new AtomWriter(writer);
  }

  @Override
  public void addTo(RoutesConfig routes) {
    Reads.add(routes, AtomWriter.Page.FEED, this::feed);
    Reads.add(routes, "/cap/alerts/{id}.xml", this::message);
  }

  private void message(Context context) {
    BoardRoutes.requireReady(board);
    var id = context.pathParam("id").toLowerCase(Locale.ROOT);
    var message = messages.find(id).orElseThrow(() -> BoardRoutes.unknown(board, id));
    Reply.send(
        context,
        CapWriter.MEDIA_TYPE + UTF_8_TEXT,
        writer.write(message),
        writer.unsigned(message),
        Reply.STEADY,
        message.sent().toEpochMilli());
  }

  private void feed(Context context) {
    BoardRoutes.requireReady(board);
    var parameters = new Parameters(context, PARAMETERS);
    var choice = terms.read(parameters);
    int limit = parameters.whole("limit", USUAL_LIMIT, 1, GREATEST_LIMIT);
    var cursor = new Cursor("cap " + choice.terms() + parameters.text("q"));
    Told behind =
        parameters.value("cursor", cursor::told, "must be that of the link to the next page");
    parameters.check();
    var found = Pages.changes(board.history(), choice, behind, limit);
    var next = found.next().map(last -> path(context, cursor.after(last))).orElse(null);
    var page =
        new AtomWriter.Page(
            writer.address().orElseGet(() -> base(context)),
            path(context, parameters.text("cursor")),
            next,
            found.items().stream().map(messages::of).toList());
    var atom = feeds.write(page);
    Reply.send(
        context,
        AtomWriter.MEDIA_TYPE + UTF_8_TEXT,
        atom,
        atom,
        Reply.MOVING,
        board.history().modifiedAt());
  }

  private static String base(Context context) {
    return context.scheme() + "://" + context.host();
  }

  /** The path of a page of the same question. */
  private static String path(Context context, String cursor) {
    var query = new StringBuilder();
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!name.equals("cursor")) {
                query.append('&').append(name).append('=').append(encoded(values.get(0)));
              }
            });
    if (cursor != null) {
      query.append("&cursor=").append(cursor);
    }
    return AtomWriter.Page.FEED + (query.isEmpty() ? "" : "?" + query.substring(1));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  private static Set<String> parameters() {
    var all = new HashSet<>(Terms.NAMES);
    all.addAll(Set.of("limit", "cursor"));
    return Set.copyOf(all);
  }
}
