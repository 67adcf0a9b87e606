/** Dead letters: which there are, what is in them, and publishing them again. */
package io.tocsin.deliver.deadletter;
