/**
 * The organisation as REST resources: everybody reads who there is, administrators change it,
 * managers look after their people, and everybody after his own absences. Who may use which path
 * stands in {@code access.Routes}; whom somebody looks after in {@code Sphere}.
 */
@NullMarked
package org.leadflow.organization.web;

import org.jspecify.annotations.NullMarked;
