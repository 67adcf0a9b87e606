/**
 * Which changes an endpoint is told, when, and why not: routing, grouping, silences, quiet hours,
 * reminders and retries as values and state machines, without a clock, a thread or a network.
 */
package io.tocsin.deliver.notice;
