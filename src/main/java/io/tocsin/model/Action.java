package io.tocsin.model;

/** What an official statement does. */
public enum Action {
  SET_LEVEL,
  CONFIRM,
  DENY,
  WARN,
  ALL_CLEAR,
  COMMENT
}
