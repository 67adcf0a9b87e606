/**
 * What happens to brokers and processors, and what Tocsin makes of it. {@code ./mvnw verify
 * -Pfaults} runs the classes named {@code *Fault}; a plain {@code verify} does not.
 *
 * <p>What there is to build on, all of it child JVMs on loopback, without Docker and without root:
 *
 * <ul>
 *   <li>{@link io.tocsin.faults.Brokers}: three brokers that are controllers as well, replication
 *       3, of which 2 must have a record. {@code kill}, {@code stop}, {@code start}, {@code pause},
 *       {@code resume} one; {@code cut} and {@code mend} the way of those clients that came by
 *       {@code relayed()}; those by {@code direct()} do not notice.
 *   <li>{@link io.tocsin.faults.Scene}: a world, topics of their own, the load and the processors
 *       of one test. {@code scene.processor("one").start()} runs {@code tocsin process} as a user
 *       would; {@code kill}, {@code terminate}, {@code books}, {@code isReady}, {@code meters}.
 *   <li>{@link io.tocsin.app.Load}: records by rule, played in their order at a steady pace until
 *       {@code end()}; the pure core gets the same ones, and says what should be told.
 *   <li>{@link io.tocsin.faults.Recovery}: how long until every partition was committed again.
 *   <li>{@link io.tocsin.faults.Verdict}: what was lost, repeated or else told wrongly.
 *   <li>{@link io.tocsin.faults.Fault}: on a test method, makes it a row of {@code
 *       target/faults.md} and {@code target/faults.json}, held or not; {@code Brokers} and {@link
 *       io.tocsin.faults.Row} are given to it as parameters. One cluster serves all tests of a run.
 * </ul>
 *
 * <pre>
 * class KilledFault {
 *   {@literal @}Fault("processor killed")
 *   void shouldTellAll_whenAProcessorIsKilled(Brokers brokers, Row row) throws Exception {
 *     try (var scene = Scene.on(brokers, "killed")) {
 *       var one = scene.processor("one").start();
 *       var two = scene.processor("two").start();
 *       scene.load().begin();
 *       scene.awaitTold(50);
 *       var recovery = scene.recovery();
 *       one.kill();
 *       row.recovered(recovery.await());
 *       scene.judge(row);
 *     }
 *   }
 * }
 * </pre>
 */
package io.tocsin.faults;
