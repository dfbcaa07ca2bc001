package org.leadflow.core;

import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;

/**
 * One page of a list.
 *
 * @param page counted from 0
 * @param total how many there are over all pages
 */
public record PageView<T>(List<T> items, int page, int size, long total) {

  private static final int LARGEST = 200;

  public static <T> PageView<T> of(Page<T> page) {
    return new PageView<>(
        page.getContent(), page.getNumber(), page.getSize(), page.getTotalElements());
  }

  /**
   * A page request within bounds.
   *
   * @throws Refused naming the parameter when it is out of bounds
   */
  public static PageRequest request(int page, int size, Sort sort) {
    if (page < 0 || size < 1 || size > LARGEST) {
      throw Refused.invalid(
          "invalid",
          "There is no such page.",
          List.of(
              page < 0
                  ? new FieldFault("page", "starts at 0")
                  : new FieldFault("size", "must be between 1 and " + LARGEST)));
    }
    return PageRequest.of(page, size, sort);
  }
}
