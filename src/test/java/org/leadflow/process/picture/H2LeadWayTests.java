package org.leadflow.process.picture;

class H2LeadWayTests extends LeadWayTests {}
