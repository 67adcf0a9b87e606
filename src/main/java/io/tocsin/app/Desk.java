package io.tocsin.app;

import io.tocsin.app.acl.Role;
import io.tocsin.bench.BenchPlan;
import io.tocsin.bench.BenchReport;
import io.tocsin.bench.sweep.Curve;
import io.tocsin.bench.sweep.SweepPlan;
import io.tocsin.model.AlertLevelChange;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the program can do, one method a command. The command line sees nothing beyond this door.
 *
 * <p>Methods throw {@link Failure} for what a user can mend. Those that last until the run is asked
 * to end ({@link Shutdown}) return normally then.
 */
public interface Desk {
  /** Ids of entities, regions, sources and authorities to names; an unknown id to itself. */
  UnaryOperator<String> names(Options options);

  /** A change as one line of JSON, without the line's end. */
  String json(AlertLevelChange change);

  /** Why a level is what it is as one line of JSON, without the line's end. */
  String json(Results.Explained explained);

  /** Runs Kafka and the processor until the run is asked to end. */
  void up(Options options, Requests.Up request, Watch watch);

  /** Runs the processor alone until the run is asked to end. */
  void process(Options options, Watch watch);

  /** Validates a file of one kind of record, then publishes it. */
  Results.Tally publish(Options options, Requests.Publish request, Watch watch);

  /** Hands on changes as they come, until the run is asked to end. */
  void subscribe(Options options, Requests.Selection selection, Watch watch);

  /**
   * The levels of now, to be looked at again and again.
   *
   * @param selection its least level is left to whoever looks
   */
  LiveLevels watch(Options options, Requests.Selection selection);

  /** The latest state of every selected subject. */
  List<AlertLevelChange> levels(Options options, Requests.Selection selection);

  /** Why a subject is where it is, or why it moved. */
  Results.Explained explain(Options options, Requests.Question question);

  /** Publishes a file of events, ticks, and waits for the outcome. */
  Results.Replayed replay(Options options, Requests.Replay request, Watch watch);

  /** The changes that a file of events leads to, computed without Kafka. */
  Results.Backtested backtest(Options options, Requests.Backtest request, Watch watch);

  /** Measures the reading of texts on labelled corpora. */
  Results.Evaluated evaluate(Options options, Requests.Evaluation request, Watch watch);

  /** The claims of one report. */
  Results.Read read(Options options, Requests.Read request);

  /** The records of a document in a format of others. */
  Results.Converted convert(Options options, Requests.Convert request, Watch watch);

  /** The formats that are read. */
  List<Results.Format> formats();

  /** Looks at everything that a run needs. */
  List<Results.Check> doctor(Options options);

  /** Creates the topics that are missing, and says how each of them is. */
  List<Results.TopicState> topics(Options options);

  /** The least that Kafka has to allow these roles; nothing is asked of it. */
  List<Results.Right> rights(Options options, Collection<Role> roles);

  /** The topology in words, or as a graph in the dot language. */
  String topology(Options options, boolean dot);

  /** Reads the reference data and says what is in it, or what is wrong with it. */
  Results.ReferenceCheck checkReference(Options options);

  /** Makes a regions.csv of the shipped regions and a GeoNames dump. */
  Results.Imported importReference(Options options, Requests.Import request, Watch watch);

  /** The entries of the reference data whose id or name holds a text; all without one. */
  List<Results.Entry> showReference(Options options, Requests.Lookup lookup);

  /** What can be done with webhooks beside running them. */
  WebhookDesk webhooks(Options options);

  /** What can be done with feeds beside running them. */
  FeedDesk feeds(Options options);

  /** What can be done with the tokens of the HTTP API. */
  TokenDesk tokens(Options options);

  /** Measures the processor on this machine, beside plain clients, with a Kafka of its own. */
  BenchReport bench(BenchPlan plan, Watch watch);

  /** Measures how cost grows with one number. */
  Curve sweep(SweepPlan plan, Watch watch);

  /** The newest dead letters, and how many there are. */
  Results.Letters letters(Options options, Requests.LetterFilter filter, int limit);

  /** One dead letter in full, by its id or by where its record came from. */
  Results.Letter letter(Options options, String id);

  /** Publishes dead letters again. */
  List<Results.RetriedLetter> retry(Options options, Requests.Retry request, Watch watch);

  /** Makes a pair of keys to sign statements with, or to vouch for them. */
  Results.MadeKey newKey(Options options, Requests.NewKey request);
}
