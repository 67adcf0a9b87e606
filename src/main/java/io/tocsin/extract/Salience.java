package io.tocsin.extract;

/** How central a claim is to its report: by where it stands, and by how much of it stands there. */
final class Salience {
  private static final double LEAD = 0.8;
  private static final double BODY = 0.6;
  private static final double FAR = 0.4;
  private static final int LEAD_SENTENCES = 2;
  private static final int BODY_SENTENCES = 6;
  private static final double OTHER_SENTENCE = 0.6;
  private static final double ENTITY_ELSEWHERE = 0.8;
  private static final double WEAK = 0.9;

  private Salience() {}

  /**
   * @param behindHeadline how many sentences stand between it and the headline, -1 within that
   */
  static double of(int behindHeadline, boolean regionHere, boolean entityHere, boolean weak) {
    double salience = place(behindHeadline);
    salience *= regionHere ? 1 : OTHER_SENTENCE;
    salience *= entityHere ? 1 : ENTITY_ELSEWHERE;
    return weak ? salience * WEAK : salience;
  }

  private static double place(int behindHeadline) {
    if (behindHeadline < 0) {
      return 1;
    }
    if (behindHeadline < LEAD_SENTENCES) {
      return LEAD;
    }
    return behindHeadline < BODY_SENTENCES ? BODY : FAR;
  }
}
