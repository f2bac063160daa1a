package org.partnershipfund.local.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** Invented names; no two people share one. */
final class Names {

    private static final List<String> FIRST = List.of(
            "Abena",
            "Adela",
            "Amara",
            "Anselm",
            "Ariadne",
            "Basil",
            "Beatriz",
            "Bram",
            "Calla",
            "Cosmo",
            "Dalia",
            "Dario",
            "Delphine",
            "Edda",
            "Elian",
            "Esme",
            "Fabian",
            "Fern",
            "Fidel",
            "Gita",
            "Greer",
            "Hanne",
            "Hugo",
            "Ilse",
            "Imani",
            "Iris",
            "Jonas",
            "Juno",
            "Kaia",
            "Kenji",
            "Leocadia",
            "Linus",
            "Lucinda",
            "Mabel",
            "Marek",
            "Mirela",
            "Nadia",
            "Nilo",
            "Odette",
            "Orson",
            "Paloma",
            "Pascal",
            "Quilla",
            "Rafi",
            "Rosalind",
            "Sable",
            "Silvio",
            "Tamsin",
            "Teodor",
            "Ulla",
            "Valentin",
            "Wanda",
            "Xavi",
            "Yara",
            "Zadie");

    private static final List<String> LAST = List.of(
            "Abernath",
            "Almaraz",
            "Ashgrove",
            "Bellweather",
            "Birchmore",
            "Calloway-Finch",
            "Castellane",
            "Copperfold",
            "Dunmarrow",
            "Eastlake",
            "Elderfield",
            "Farrowby",
            "Fennimore",
            "Gallowglen",
            "Greenslade",
            "Halvorsen-Reed",
            "Hawksmere",
            "Inchbald",
            "Ivorson",
            "Jessamyn",
            "Kestrelle",
            "Kingsbarrow",
            "Larkmoor",
            "Lindqvist-Bay",
            "Marrowfield",
            "Merriweave",
            "Nightgale",
            "Northam-Vale",
            "Oakhollow",
            "Okonedo-Pryce",
            "Pemberline",
            "Quillfeather",
            "Ravenscar",
            "Rosethorn",
            "Saltonby",
            "Silverbrook",
            "Tallowmere",
            "Thistledown",
            "Umberleigh",
            "Vantongeren",
            "Wexcombe",
            "Winterbourne-Li",
            "Yarrowdale",
            "Zellwood");

    private final Iterator<String> names;

    Names(Random random) {
        List<String> all = new ArrayList<>();
        FIRST.forEach(first -> LAST.forEach(last -> all.add(first + " " + last)));
        Collections.shuffle(all, random);
        names = all.iterator();
    }

    String next() {
        return names.next();
    }
}
