package org.partnershipfund.local.demo;

/** A part of the fund's year; it tells its rule and plays it. */
interface Chapter {

    void play() throws InterruptedException;
}
