/**
 * The board: a read model on the heap of the latest state of every subject and of the changes of
 * late, from the topics of levels and alerts. What reads it takes no lock and asks no state store.
 */
package io.tocsin.deliver.board;
