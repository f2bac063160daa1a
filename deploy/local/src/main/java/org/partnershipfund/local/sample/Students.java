package org.partnershipfund.local.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.partnershipfund.local.sample.Table.Row;

/**
 * Makes up the pupils of the real schools: as many as each has, and as many economically disadvantaged ones; the same
 * for the same seed. Nobody of them exists. Homes and all other indicators are drawn: a home in a tract by how many
 * children live there, and either by how many families there are poor or by how many are not; the rest by made-up
 * chances. Both lean towards need for disadvantaged pupils, and for everybody where more of a school's pupils are such.
 */
public final class Students {

    /** The columns. */
    public static final String HEADER =
            "student_key,school_code,tract_geoid,economically_disadvantaged,residential_moves,public_housing,recent_immigrant,foreign_born,attendance_rate,suspensions,course_failures,test_failures";

    /** One home in so many is not known. */
    private static final int UNKNOWN_HOMES = 100;

    private final int seed;
    private final List<School> schools = new ArrayList<>();
    private final Homes amongPoor;
    private final Homes amongOthers;

    private record School(String code, int pupils, int disadvantaged) {}

    Students(int seed, Table schools, Table tracts) {
        this.seed = seed;
        schools.all()
                .forEach(row -> this.schools.add(new School(
                        row.text("school_code"), row.number("enrolment"), row.number("economically_disadvantaged"))));
        this.amongPoor = new Homes(tracts, true);
        this.amongOthers = new Homes(tracts, false);
    }

    /** The pupils of the sample district. */
    public static Students of(Path sample) {
        return new Students(
                Generator.SEED, Table.read(sample.resolve(Sample.SCHOOLS)), Table.read(sample.resolve(Sample.TRACTS)));
    }

    /** How many there are in one copy of the district. */
    public int size() {
        return schools.stream().mapToInt(School::pupils).sum();
    }

    /**
     * Writes the file of all pupils.
     *
     * @param copies how many times the district: each copy has other pupils in the same schools
     */
    public void write(int copies, Appendable out) throws IOException {
        out.append(HEADER).append('\n');
        long number = 0;
        for (int copy = 0; copy < copies; copy++) {
            var chance = new SplittableRandom(seed + 1_000_003L * copy);
            for (School school : schools) {
                for (int i = 0; i < school.pupils(); i++) {
                    number++;
                    line(key(number), school, i < school.disadvantaged(), chance, out);
                }
            }
        }
    }

    /** The file of all pupils of one copy. */
    public String csv() {
        var text = new StringBuilder();
        try {
            write(1, text);
        } catch (IOException e) {
            throw new UncheckedIOException("text cannot be written into memory", e);
        }
        return text.toString();
    }

    private void line(String key, School school, boolean poor, SplittableRandom chance, Appendable out)
            throws IOException {
        int around = school.disadvantaged() * 100 / school.pupils();
        boolean livesAmongPoor = chance.nextInt(100) < around * 3 / 4 + (poor ? 25 : 0);
        Home home = (livesAmongPoor ? amongPoor : amongOthers).draw(chance);
        boolean isKnown = chance.nextInt(UNKNOWN_HOMES) > 0;
        boolean abroad = chance.nextInt(1_000_000) < home.foreignBornMillionths() / 2;
        boolean recent = abroad && chance.nextInt(3) == 0;
        int absent = Math.min(chance.nextInt(150), chance.nextInt(150)) + chance.nextInt(1 + around);
        out.append(key).append(',').append(school.code()).append(',');
        out.append(isKnown ? home.geoid() : "").append(',');
        flag(poor, out);
        out.append(Integer.toString(count(chance, (poor ? 12 : 5) + around / 6, 3)))
                .append(',');
        flag(chance.nextInt(100) < (poor ? 10 + around / 4 : 3), out);
        flag(recent, out);
        flag(abroad, out);
        out.append("0.").append(Integer.toString(999 - absent)).append(',');
        out.append(Integer.toString(count(chance, (poor ? 3 : 1) + around / 15, 3)))
                .append(',');
        out.append(Integer.toString(count(chance, (poor ? 8 : 4) + around / 4, 8)))
                .append(',');
        out.append(Integer.toString(count(chance, (poor ? 12 : 6) + around / 2, 2)))
                .append('\n');
    }

    private static void flag(boolean is, Appendable out) throws IOException {
        out.append(is ? "1," : "0,");
    }

    /** 0 to most: each further one as unlikely as the first, in percent. */
    private static int count(SplittableRandom chance, int percent, int most) {
        int count = 0;
        while (count < most && chance.nextInt(100) < percent) {
            count++;
        }
        return count;
    }

    /** Different for every number, and in no order (the finaliser of SplitMix64, which is a bijection). */
    private String key(long number) {
        long mixed = number + ((long) seed << 40);
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        mixed ^= mixed >>> 31;
        return "g-%016x".formatted(mixed);
    }

    private record Home(String geoid, int foreignBornMillionths) {}

    /** Tracts by how likely a home is there. */
    private static final class Homes {

        private final List<Home> homes = new ArrayList<>();
        private final long[] upTo;

        Homes(Table tracts, boolean poor) {
            List<Long> sums = new ArrayList<>();
            long sum = 0;
            for (Row tract : tracts.all()) {
                long poverty = millionths(tract.text("family_poverty"));
                long weight = tract.number("children") * (20_000 + (poor ? poverty : 1_000_000 - poverty));
                if (weight > 0 && tract.number("children") > 0) {
                    sum += weight;
                    sums.add(sum);
                    homes.add(new Home(
                            tract.text("tract_geoid"), Math.toIntExact(millionths(tract.text("foreign_born")))));
                }
            }
            upTo = sums.stream().mapToLong(Long::longValue).toArray();
        }

        Home draw(SplittableRandom chance) {
            int place = Arrays.binarySearch(upTo, chance.nextLong(upTo[upTo.length - 1]) + 1);
            return homes.get(place >= 0 ? place : -place - 1);
        }

        private static long millionths(String share) {
            return share.isEmpty() ? 0 : new BigDecimal(share).movePointRight(6).longValueExact();
        }
    }
}
