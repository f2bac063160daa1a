package org.partnershipfund.local.demo;

/** December and January: help for schools, told from the calendar only. */
final class HelpIsOffered implements Chapter {

    private final Narrator narrator;

    HelpIsOffered(Stage stage) {
        this.narrator = stage.narrator();
    }

    @Override
    public void play() {
        narrator.chapter("December 2017 and January 2018: help for schools");
        narrator.rule("central office answers questions in office hours", "11 to 13 December");
        narrator.rule("and comes to schools for technical assistance", "14 December to 11 January");
        narrator.rule(
                "a guide explains the fund, and superintendents help schools find partners that fit",
                "support by central office");
        narrator.line("These doors do not exist yet: booking them comes with a later issue. Nothing is played here.");
    }
}
