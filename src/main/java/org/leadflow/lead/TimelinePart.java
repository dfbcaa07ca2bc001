package org.leadflow.lead;

/**
 * What one room shows on the timeline of a lead. A room that keeps something about leads offers a
 * bean of this type; nothing else connects it with the timeline.
 */
@FunctionalInterface
public interface TimelinePart {

  /**
   * A SELECT of the items of the lead {@code :lead}, portable between the databases, with exactly
   * these columns in this order:
   *
   * <ol>
   *   <li>{@code kind}: what it is, such as {@code NOTE}; the same for all items of a part
   *   <li>{@code item_id}: its id as varchar, unique within its kind
   *   <li>{@code item_order}: integer that puts items of one moment in order, the later the larger
   *   <li>{@code happened_on}: timestamp with time zone
   *   <li>{@code happened_by}: the user or part of the product, varchar, may be null
   *   <li>{@code what}: more exactly what it is, such as {@code phonecall}, varchar
   *   <li>{@code status}: how it stands, varchar, may be null
   *   <li>{@code title}: varchar, may be null
   *   <li>{@code text}: varchar, may be null
   * </ol>
   *
   * A null is cast to varchar, or PostgreSQL does not know its type.
   */
  String select();
}
