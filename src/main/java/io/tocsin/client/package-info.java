/**
 * Publishing to Tocsin and hearing of its changes, over Kafka's own clients; for other programs to
 * embed, and what Tocsin's own parts use.
 */
package io.tocsin.client;
