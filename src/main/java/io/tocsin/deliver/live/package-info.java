/**
 * The live feed: changes as they come, for any number of listeners, each from the place where it
 * left off. One thread hands out; nobody waits for a slow listener.
 */
package io.tocsin.deliver.live;
