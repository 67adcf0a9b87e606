/** What can be read over HTTP: levels, changes, subjects, reference data, and how it all runs. */
package io.tocsin.api.read;
