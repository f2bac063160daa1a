package org.partnershipfund.local.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.partnershipfund.kernel.Money;

/** The invented organisations and what they offer; capacity and experience come from the seed. */
final class Menu {

    private static final String PRIMARY = "PK;K;1;2;3;4;5";
    private static final String K_TO_8 = "PK;K;1;2;3;4;5;6;7;8";
    private static final String UPPER = "6;7;8;9;10;11;12";
    private static final String HIGH = "7;8;9;10;11;12";
    private static final String ALL = "PK;K;1;2;3;4;5;6;7;8;9;10;11;12";

    /** Key, organisation, kind, program, area, grades, unit, price, what the price buys, vetting. */
    private static final String TABLE = """
            harbor     | Harbor Youth Alliance         | nonprofit                    | Harbor Homework Club      | afterschool-and-recreation | K8      | agreed      | 160000.00 | One school year of afternoons         | vetted
            lantern    | Lantern Street Arts           | cultural-institution         | Lantern Afternoons        | afterschool-and-recreation | K8      | agreed      | 160000.00 | Studios on four afternoons a week     | vetted
            tidewater  | Tidewater Play                | nonprofit                    | Soccer and Stories        | afterschool-and-recreation | K8      | agreed      | 160000.00 | Teams of 15 with a reading hour       | vetted
            slatehill  | Slate Hill Outdoors           | nonprofit                    | City Trails               | afterschool-and-recreation | PRIMARY | agreed      | 160000.00 | Afternoons and Saturdays outdoors     | vetted
            foxglove   | Foxglove Workshop             | business                     | Robots after Three        | afterschool-and-recreation | UPPER   | agreed      | 160000.00 | Two workshops with coaches            | vetted
            cranberry  | Cranberry Stage               | cultural-institution         | Stage after School        | afterschool-and-recreation | UPPER   | agreed      | 160000.00 | Two productions a year                | vetted
            northstar  | North Star Debaters           | nonprofit                    | Debate Nights             | afterschool-and-recreation | HIGH    | agreed      | 160000.00 | A team and its tournaments            | none
            bluebird   | Bluebird Music Room           | cultural-institution         | Bluebird Band             | afterschool-and-recreation | K8      | agreed      | 160000.00 | Lessons and an ensemble               | refused
            stillwater | Stillwater Counseling         | community-based-organization | Counselor in the Building | health-and-wellness        | ALL     | per-session | 92.00     | One counseling session                | vetted
            willow     | Willow Clinic Partners        | hospital                     | Willow School Clinic      | health-and-wellness        | K8      | per-session | 118.50    | One clinic hour                       | vetted
            compass    | Compass Social Learning       | nonprofit                    | Calm Classrooms           | health-and-wellness        | PRIMARY | per-pupil   | 145.00    | One pupil for one school year         | vetted
            juniper    | Juniper Family Health         | hospital                     | Breathing Easy            | health-and-wellness        | K8      | per-pupil   | 210.25    | One pupil for one school year         | none
            ridgeline  | Ridgeline Youth Counsel       | nonprofit                    | Steady Ground             | health-and-wellness        | HIGH    | per-session | 104.00    | One small-group session               | vetted
            orchard    | Orchard Street Wellness       | faith-based                  | Quiet Rooms               | health-and-wellness        | ALL     | per-session | 99.00     | One supervised hour                   | none
            keel       | Keel and Compass Advising     | nonprofit                    | First Applications        | college-and-career         | HIGH    | per-pupil   | 385.00    | One pupil from list to deposit        | vetted
            gateway    | Gateway Bridge College        | college-or-university        | Saturday Campus           | college-and-career         | HIGH    | per-pupil   | 640.00    | One pupil for two terms               | vetted
            ironwood   | Ironwood Trades               | business                     | Pre-Apprentice Fridays    | college-and-career         | HIGH    | per-session | 310.00    | One Friday for 12 pupils              | vetted
            tramline   | Tramline Workforce            | business                     | Paid First Jobs           | college-and-career         | HIGH    | per-pupil   | 1150.00   | One pupil with 120 paid hours         | vetted
            signal     | Signal Hill Futures           | nonprofit                    | Career Mornings           | college-and-career         | HIGH    | per-year    | 18000.00  | Ten mornings                          | none
            openhand   | Open Hand Literacy            | nonprofit                    | Stories in Sign           | academic                   | ALL     | agreed      | 30000.00  | One school year of signed tutoring    | vetted
            mystic     | Mystic River Tutors           | nonprofit                    | Signed Reading Rooms      | academic                   | ALL     | agreed      | 30000.00  | One school year of signed tutoring    | vetted
            bellfield  | Bellfield Learning            | business                     | Reading by Hand           | academic                   | ALL     | agreed      | 30000.00  | One school year of tutoring           | none
            parchment  | Parchment House               | cultural-institution         | Young Editors             | academic                   | UPPER   | per-session | 75.00     | One session for 10 pupils             | vetted
            riverway   | Riverway Family Bridge        | community-based-organization | Home Visits               | parents-and-family         | ALL     | agreed      | 25000.00  | Visits through the school year        | vetted
            hearth     | Hearth and Homework           | nonprofit                    | Family Evenings           | parents-and-family         | ALL     | agreed      | 25000.00  | One evening a week                    | vetted
            threshold  | Threshold Parent Network      | nonprofit                    | Parents Lead              | parents-and-family         | ALL     | agreed      | 25000.00  | A course and a coach                  | none
            beacon     | Beacon Attendance Partners    | nonprofit                    | Every Day Counts          | resource-and-capacity      | ALL     | agreed      | 25000.00  | A coach through the school year       | vetted
            millpond   | Millpond Data Studio          | business                     | Numbers for Teams         | resource-and-capacity      | ALL     | agreed      | 25000.00  | Workshops and a dashboard             | vetted
            causeway   | Causeway Volunteers           | government-agency            | Volunteers Well Placed    | resource-and-capacity      | ALL     | agreed      | 25000.00  | Recruiting and training               | none
            granite    | Granite Library Friends       | government-agency            | Books That Travel         | resource-and-capacity      | ALL     | per-year    | 4200.00   | A travelling library                  | none
            saltmarsh  | Saltmarsh Science Center      | cultural-institution         | Tide Tables               | academic                   | K8      | per-pupil   | 60.00     | One pupil for four days               | none
            evergreen  | Evergreen Peer Mentors        | nonprofit                    | Walk With Me              | health-and-wellness        | HIGH    | per-pupil   | 180.00    | One pupil for one school year         | vetted
            """;

    private Menu() {}

    static List<Program> programs(Random random) {
        return TABLE.lines().map(line -> program(line, random)).toList();
    }

    private static Program program(String line, Random random) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        String unit = cells.get(6);
        boolean applies = !cells.get(9).equals("none");
        return new Program(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                "Invented: %s; %s".formatted(lower(cells.get(8)), offer(cells.get(4))),
                List.of(grades(cells.get(5)).split(";", -1)),
                2_000 + 100 * random.nextInt(20),
                (applies ? 2 : 1) + random.nextInt(12),
                unit.equals("agreed") ? "year" : unit.substring(4),
                cells.get(8),
                unit,
                Money.ofDollars(cells.get(7)),
                cells.get(9));
    }

    private static String grades(String word) {
        return switch (word) {
            case "PRIMARY" -> PRIMARY;
            case "K8" -> K_TO_8;
            case "UPPER" -> UPPER;
            case "HIGH" -> HIGH;
            case "ALL" -> ALL;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static String offer(String serviceArea) {
        return switch (serviceArea) {
            case "academic" -> "literacy and content";
            case "college-and-career" -> "college access and workforce development";
            case "health-and-wellness" -> "behavioral health and social-emotional learning";
            case "parents-and-family" -> "families as partners";
            case "resource-and-capacity" -> "help for the adults of the school";
            case "afterschool-and-recreation" -> "after-school enrichment";
            default -> throw new IllegalArgumentException(serviceArea);
        };
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
