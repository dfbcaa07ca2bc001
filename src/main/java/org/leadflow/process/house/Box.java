package org.leadflow.process.house;

import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** A rectangle on the drawing. */
record Box(double left, double top, double right, double bottom) {

  static Box of(Bounds bounds) {
    return new Box(
        bounds.getX(),
        bounds.getY(),
        bounds.getX() + bounds.getWidth(),
        bounds.getY() + bounds.getHeight());
  }

  double width() {
    return right - left;
  }

  double height() {
    return bottom - top;
  }

  double middle() {
    return (left + right) / 2;
  }

  double line() {
    return (top + bottom) / 2;
  }

  boolean overlaps(Box other) {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }

  /** Whether a point lies on the border, as the ends of a well drawn flow do. */
  boolean isTouchedBy(double x, double y) {
    boolean onSide = (x == left || x == right) && y >= top && y <= bottom;
    boolean onTopOrBottom = (y == top || y == bottom) && x >= left && x <= right;
    return onSide || onTopOrBottom;
  }
}
