package org.leadflow.lead.associations;

/** What follows a lead, on the embedded database. */
class H2FollowingTests extends FollowingTests {}
