/** What is measured: each contender is a process, and these are their insides and their start. */
package io.tocsin.bench.contender;
