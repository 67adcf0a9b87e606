/**
 * Changes as messages of the Common Alerting Protocol (OASIS CAP 1.2), and a feed of them. Pure: a
 * message is made of a change and of the one before it.
 */
package io.tocsin.deliver.cap;
