using System.Collections.Immutable;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Overview;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Gallery;

internal static class RegistrationCards
{
    private const string Calendar = "https://bot.example/agenda/sealed.ics";
    private const string Page = "https://bot.example/aanmelding/sealed";
    private static readonly MemberId Me = new("me");

    public static IEnumerable<(string State, AdaptiveCard Card)> All(Specimens specimens, Texts texts)
    {
        var gathering = specimens.Gathering;
        var empty = RegistrationSheet.Open(gathering);
        var three = empty with { Coming = Coming(("GM0867", 1), ("GM1948", 1), (AffiliationKey.Organisation, 1)) };
        var full = three with { Capacity = 3, Waiting = Waiting(2) };
        var (coming, notComing) = (Mine(true), Mine(false));
        var closed = gathering.RegistrationClosesAt;
        var onTheDay = gathering.StartsAt.AddMinutes(-30);

        yield return ("invitation, neutral", Neutral(gathering, empty));
        yield return ("invitation, neutral, one of one municipality", Neutral(gathering, empty with { Coming = Coming(("GM0867", 1)) }));
        yield return ("invitation, neutral, one place left", Neutral(gathering, three with { Capacity = 4 }));
        yield return ("invitation, neutral, full", Neutral(gathering, three with { Capacity = 3 }));
        yield return ("invitation, neutral, one waits", Neutral(gathering, full with { Waiting = Waiting(1) }));
        yield return ("invitation, neutral, two wait", Neutral(gathering, full));
        yield return ("invitation, not answered", Seen(three, null));
        yield return ("invitation, coming", Seen(three, coming));
        yield return ("invitation, promoted", Seen(three, coming, notice: texts["Registration.Promoted"]));
        yield return ("invitation, waiting", Seen(full with { Waiting = [.. Waiting(1), Mine(9)] }, coming));
        yield return ("invitation, offered", Seen(full with { Capacity = 4, Waiting = [Mine(1) with { OfferedAt = Specimens.Now }] }, coming));
        yield return ("invitation, provisional", Seen(three with { NeedsApproval = true, Requests = [.. Waiting(1), Mine(9)] }, coming));
        yield return ("invitation, declined by an organiser", Seen(three, notComing with { Refusal = specimens.Typed("Er is plaats voor één deelnemer per gemeente.") }));
        yield return ("invitation, not coming", Seen(three, notComing));
        yield return ("invitation, closed, not answered", Seen(three, null, closed));
        yield return ("invitation, closed, coming", Seen(three, coming, closed));
        yield return ("invitation, closed, not coming", Seen(three, notComing, closed));
        yield return ("invitation, closed, declined", Seen(three, notComing with { Refusal = "Vol." }, closed));
        yield return ("invitation, on the day", Seen(three, coming, onTheDay));
        yield return ("invitation, checked in", Seen(three, coming with { PresentAt = onTheDay }, onTheDay, texts["Registration.Present"]));
        yield return ("invitation, over", Seen(three, coming, gathering.EndsAt, texts["Registration.Over"]));
        yield return ("invitation, too late", Seen(three, null, closed, texts["Registration.TooLate"]));
        yield return ("invitation, neutral, over", InvitationCard.Render(new(gathering, three, null, gathering.EndsAt), texts));
        yield return ("invitation, neutral, cancelled", Neutral(Cancelled(), three with { IsCancelled = true }));
        yield return ("invitation, cancelled", InvitationCard.Render(new(Cancelled(), three with { IsCancelled = true }, Invitee(coming), Specimens.Now), texts));
        yield return ("invitation, cancelled a moment ago", Seen(three with { IsCancelled = true }, coming));
        yield return ("invitation, moved", InvitationCard.Render(
            new(gathering with { Before = new(new(2027, 1, 28), new(9, 30), new(12, 30), new(specimens.Typed("Seinwezen"), "Kinderhuisingel 1, Haarlem")) }, three, Invitee(coming), Specimens.Now), texts, texts["Registration.GatheringMoved"]));
        yield return ("invitation, for everybody", Neutral(gathering with { Audience = [], Hosts = [] }, empty));
        yield return ("invitation, with colleagues, for other roles, with other dates", InvitationCard.Render(
            new(
                gathering with { Roles = [Role.Clerk, Role.Councillor] },
                three,
                Invitee(coming) with
                {
                    Role = Role.CivilServant,
                    BroughtBy = specimens.Typed("Anna de Wit"),
                    HasOtherDates = true,
                    Colleagues =
                    [
                        new(new("a"), specimens.Typed("Bram Kuipers"), new MyRegistration.Coming()),
                        new(new("b"), specimens.Typed("Carla Mulder"), new MyRegistration.Waiting(2, false), Page),
                        new(new("c"), specimens.Typed("Dirk Postma"), new MyRegistration.Provisional()),
                        new(new("d"), specimens.Typed("Els Vermeer"), new MyRegistration.NotComing()),
                    ],
                },
                Specimens.Now),
            texts));

        var (tracks, sheet) = (specimens.Tracks, WithTracks(specimens.Tracks));
        yield return ("invitation, tracks, neutral", Neutral(tracks, sheet));
        yield return ("invitation, tracks, coming", InvitationCard.Render(new(tracks, sheet, Invitee(coming with { Tracks = ["maatschappelijk", "begroten"] }), Specimens.Now), texts));
        yield return ("form, empty", Form(RegistrationFormCard.Filled.Nothing));
        yield return ("form, the conditional question", Form(new(["maatschappelijk"], new Dictionary<string, string> { ["plan"] = Question.Yes, ["deelnemers"] = "2" }, specimens.Typed("vegetarisch"))));
        yield return ("form, mistakes", Form(
            new([], new Dictionary<string, string> { ["plan"] = Question.Yes, ["deelnemers"] = specimens.Typed("twee") }, new string('x', 400)),
            (RegistrationFormCheck.TracksField, FormMistake.Missing),
            ("plan", FormMistake.NotAChoice),
            ("omschrijving", FormMistake.Missing),
            ("deelnemers", FormMistake.NotANumber),
            (RegistrationFormCheck.WishesField, FormMistake.TooLong)));

        yield return ("colleague", ColleagueCard.Render(gathering, [], false, false, null, null, texts));
        yield return ("colleague, no place for all", ColleagueCard.Render(gathering, [new(specimens.Typed("Bram Kuipers"), "b")], true, false, null, null, texts));
        yield return ("colleague, waiting oneself, with a mistake", ColleagueCard.Render(
            gathering, [new(specimens.Typed("Bram Kuipers"), "b")], true, true, new(gathering.Id.ToString(), null, specimens.Typed("Carla Mulder"), "carla@", "loose"), texts["Colleague.EmailFirst"], texts));

        var other = gathering with { Id = new("kick-off", "zwolle"), Date = new(2027, 3, 2), Place = new(specimens.Typed("Stadhuis Zwolle"), "Grote Kerkplein 15, Zwolle") };
        yield return ("other dates, none", OtherDatesCard.Render(gathering, [], false, null, Specimens.Now, texts));
        yield return ("other dates, not registered", OtherDatesCard.Render(gathering, [(other, empty), (other, full)], false, null, Specimens.Now, texts));
        yield return ("other dates, registered", OtherDatesCard.Render(gathering, [(other, empty with { Capacity = 5 }), (other, full), (other, empty with { ClosesAt = Specimens.Now })], true, texts["OtherDates.Full"], Specimens.Now, texts));

        yield return ("agenda, empty", AgendaCard.Render([], Specimens.Now, texts));
        yield return ("agenda", AgendaCard.Render([(gathering, new MyRegistration.None()), (gathering, new MyRegistration.Coming()), (gathering, new MyRegistration.Waiting(1, false))], Specimens.Now, texts));
        yield return ("my registrations, empty", MyRegistrationsCard.Render([], texts));
        yield return ("my registrations", MyRegistrationsCard.Render(
        [
            new(gathering, three, Invitee(coming), Specimens.Now),
            new(gathering, three with { IsCancelled = true }, Invitee(coming), Specimens.Now),
            new(tracks, sheet, Invitee(coming with { Tracks = ["maatschappelijk", "begroten"] }), Specimens.Now),
            new(gathering, three, Invitee(notComing), Specimens.Now),
        ], texts));

        yield return ("overview of registrations, empty", GatheringOverviewCard.Render(gathering, empty, new([], [], [], [], []), [], [], null, Specimens.Now, texts));
        yield return ("overview of registrations", GatheringOverviewCard.Render(
            gathering, full, new(Names(specimens, 70), Names(specimens, 2), [], Names(specimens, 1), Names(specimens, 3)),
            [.. Cards.Ideas.IdeaDoor.Agenda([new(gathering.Id, Domain.Ideas.IdeaId.Parse("251596802800000-7K3QX8").Number, specimens.Typed("Laat elke kern zelf over een klein budget gaan"))], texts)],
            [], texts.Plain("Overview.PlacesTooFew", 3), Specimens.Now, texts));
        yield return ("overview of registrations, tracks and approval", GatheringOverviewCard.Render(tracks, sheet, new(Names(specimens, 3), [], Names(specimens, 2), [], []), [], [], null, Specimens.Now, texts));
        yield return ("overview, empty", OverviewCard.Render([.. GatheringOverviewCard.List([], Specimens.Now, texts), .. Cards.Polls.PollOverviewCard.List([], 4, texts)], texts));
        yield return ("overview", OverviewCard.Render(GatheringOverviewCard.List([(gathering, empty), (gathering, full)], Specimens.Now, texts), texts));

        var answers = RegistrationAnswers.Of(tracks, coming with
        {
            Tracks = ["maatschappelijk"],
            Answers = new Dictionary<string, string> { ["plan"] = Question.Yes, ["omschrijving"] = specimens.Typed("Een initiatievenloket in elke kern.") }.ToImmutableDictionary(),
        }, texts);
        yield return ("requests, none", RequestsCard.Render(tracks, GatheringTexts.AttendanceAndPlaces(sheet, texts), [], 0, texts["Requests.Nothing"], null, texts));
        yield return ("requests, one", RequestsCard.Render(tracks, GatheringTexts.AttendanceAndPlaces(sheet, texts), [new(new("r1"), Names(specimens, 1)[0], answers)], 0, null, null, texts));
        yield return ("requests, several", RequestsCard.Render(
            tracks, GatheringTexts.AttendanceAndPlaces(sheet, texts), [.. Names(specimens, 8).Select((name, i) => new RequestsCard.Request(new($"r{i}"), name, i % 2 == 0 ? answers : []))], 3, texts["Requests.ReasonFirst"], specimens.Typed("Vol"), texts));

        yield return ("attendance, too early", AttendanceCard.Render(gathering, 0, Participants(specimens, 3), 0, false, Page, null, texts));
        yield return ("attendance, nobody", AttendanceCard.Render(gathering, 0, [], 0, true, Page, null, texts));
        yield return ("attendance", AttendanceCard.Render(gathering, 12, Participants(specimens, 60), 1, true, Page, texts.Plain("Attendance.Saved", 12), texts));
        yield return ("catering, nobody", CateringCard.Render(gathering, 1, null, null, 0, texts));
        yield return ("catering, another", CateringCard.Render(gathering, 2, specimens.Typed("Anna de Wit"), null, 0, texts));
        yield return ("catering, mine", CateringCard.Render(gathering, 2, null, [new(Names(specimens, 1)[0], specimens.Typed("vegetarisch, rolstoel"))], 0, texts));
        yield return ("catering, mine, none", CateringCard.Render(gathering, 0, null, [], 0, texts));
        yield return ("catering, mine, a page of many", CateringCard.Render(gathering, 60, null, [.. Names(specimens, 60).Select(name => new Fact(name, specimens.Typed("vegetarisch")))], 1, texts));

        AdaptiveCard Neutral(Gathering what, RegistrationSheet now) => InvitationCard.Render(new(what, now, null, Specimens.Now), texts);

        AdaptiveCard Seen(RegistrationSheet at, Registration? mine, DateTimeOffset? now = null, string? notice = null) =>
            InvitationCard.Render(new(gathering, at, Invitee(mine), now ?? Specimens.Now), texts, notice);

        AdaptiveCard Form(RegistrationFormCard.Filled filled, params (string Field, FormMistake Mistake)[] mistakes) =>
            RegistrationFormCard.Render(tracks, sheet, filled, mistakes.ToDictionary(one => one.Field, one => one.Mistake), texts);

        Gathering Cancelled() => gathering with { Cancellation = specimens.Typed("De spreker is ziek.") };
    }

    private static Registration Mine(bool wants) => new(Me, wants, "GM0262", 9, Specimens.Now);

    private static WaitingPlace Mine(long ticket) => new(Me, "GM0262", ticket);

    private static Invitee Invitee(Registration? mine) => new(mine, Calendar);

    private static RegistrationSheet WithTracks(Gathering gathering)
    {
        var sheet = RegistrationSheet.Open(gathering) with { Coming = Coming(("GM0867", 2)), Requests = Waiting(2), Wishes = 1 };
        var fullTrack = sheet.Tracks["begroten"] with { Taken = 2, Waiting = [Mine(9)] };
        return sheet with { Tracks = sheet.Tracks.SetItem("begroten", fullTrack).SetItem("kernen", sheet.Tracks["kernen"] with { Taken = 1 }) };
    }

    private static ImmutableSortedDictionary<string, int> Coming(params (string Key, int Count)[] counts) =>
        counts.ToImmutableSortedDictionary(one => one.Key, one => one.Count, StringComparer.Ordinal);

    private static ImmutableList<WaitingPlace> Waiting(int count) =>
        [.. Enumerable.Range(1, count).Select(ticket => new WaitingPlace(new($"waiting-{ticket}"), "GM0262", ticket))];

    private static List<AttendanceCard.Participant> Participants(Specimens specimens, int count) =>
        [.. Names(specimens, count).Select((name, i) => new AttendanceCard.Participant(new($"p{i}"), name, i % 2 == 0))];

    private static List<string> Names(Specimens specimens, int count) =>
        [.. Enumerable.Range(1, count).Select(number => $"{specimens.Typed($"Bram Kuipers {number}")} ({specimens.Typed("Meierijstad")})")];
}
