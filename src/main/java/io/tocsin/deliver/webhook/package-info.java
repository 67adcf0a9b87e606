/**
 * Webhooks: endpoints as they are configured, messages as their receivers want them, signed by
 * Standard Webhooks, and the runs that bring them there.
 */
package io.tocsin.deliver.webhook;
