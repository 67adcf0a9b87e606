/** What a message looks like to a receiver: one class for each kind of receiver. */
package io.tocsin.deliver.webhook.template;
