package org.leadflow.process.picture;

class H2ProcessFiguresTests extends ProcessFiguresTests {}
