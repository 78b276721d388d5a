using System.Collections.Immutable;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Overview;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Gallery;

internal static class RegistrationCards
{
    public static IEnumerable<(string State, AdaptiveCard Card)> All(Specimens specimens, Texts texts)
    {
        var gathering = specimens.Gathering;
        var empty = RegistrationSheet.Open(gathering);
        var three = empty with { Coming = Coming(("GM0867", 1), ("GM1948", 1), (AffiliationKey.Organisation, 1)) };
        var full = three with { Capacity = 3, Waiting = Waiting(2) };
        MyRegistration none = new MyRegistration.None(), coming = new MyRegistration.Coming(), notComing = new MyRegistration.NotComing();
        var closed = gathering.RegistrationClosesAt;

        yield return ("invitation, neutral", Invitation(empty, null));
        yield return ("invitation, neutral, one of one municipality", Invitation(empty with { Coming = Coming(("GM0867", 1)) }, null));
        yield return ("invitation, neutral, one place left", Invitation(three with { Capacity = 4 }, null));
        yield return ("invitation, neutral, full", Invitation(three with { Capacity = 3 }, null));
        yield return ("invitation, neutral, one waits", Invitation(full with { Waiting = Waiting(1) }, null));
        yield return ("invitation, neutral, two wait", Invitation(full, null));
        yield return ("invitation, not answered", Invitation(three, none));
        yield return ("invitation, coming", Invitation(three, coming));
        yield return ("invitation, promoted", Invitation(three, coming, notice: texts["Registration.Promoted"]));
        yield return ("invitation, waiting", Invitation(full, new MyRegistration.Waiting(2, false)));
        yield return ("invitation, offered", Invitation(full with { Capacity = 4 }, new MyRegistration.Waiting(1, true)));
        yield return ("invitation, not coming", Invitation(three, notComing));
        yield return ("invitation, closed, not answered", Invitation(three, none, closed));
        yield return ("invitation, closed, coming", Invitation(three, coming, closed));
        yield return ("invitation, closed, not coming", Invitation(three, notComing, closed));
        yield return ("invitation, over", Invitation(three, coming, gathering.EndsAt, texts["Registration.Over"]));
        yield return ("invitation, too late", Invitation(three, none, closed, texts["Registration.TooLate"]));
        yield return ("invitation, neutral, over", Invitation(three, null, gathering.EndsAt));
        yield return ("invitation, neutral, cancelled", Invitation(three with { IsCancelled = true }, null));
        yield return ("invitation, cancelled", Invitation(three with { IsCancelled = true }, coming));
        yield return ("invitation, for everybody", InvitationCard.Render(
            new(gathering with { Audience = [], Hosts = [] }, empty, null, Calendar, Specimens.Now), texts));

        yield return ("agenda, empty", AgendaCard.Render([], Specimens.Now, texts));
        yield return ("agenda", AgendaCard.Render([(gathering, none), (gathering, coming), (gathering, new MyRegistration.Waiting(1, false))], Specimens.Now, texts));

        yield return ("overview of registrations, empty", GatheringOverviewCard.Render(gathering, empty, new([], [], [], []), null, Specimens.Now, texts));
        yield return ("overview of registrations", GatheringOverviewCard.Render(
            gathering, full, new(Names(specimens, 70), Names(specimens, 2), Names(specimens, 1), Names(specimens, 3)), texts.Plain("Overview.PlacesTooFew", 3), Specimens.Now, texts));
        yield return ("overview, empty", OverviewCard.Render([.. GatheringOverviewCard.List([], Specimens.Now, texts), .. Cards.Polls.PollOverviewCard.List([], 4, texts)], texts));
        yield return ("overview", OverviewCard.Render(GatheringOverviewCard.List([(gathering, empty), (gathering, full)], Specimens.Now, texts), texts));

        AdaptiveCard Invitation(RegistrationSheet sheet, MyRegistration? mine, DateTimeOffset? now = null, string? notice = null) =>
            InvitationCard.Render(new(gathering, sheet, mine, Calendar, now ?? Specimens.Now), texts, notice);
    }

    private const string Calendar = "https://bot.example/calendar/kick-off.kick-off.ics";

    private static ImmutableSortedDictionary<string, int> Coming(params (string Key, int Count)[] counts) =>
        counts.ToImmutableSortedDictionary(one => one.Key, one => one.Count, StringComparer.Ordinal);

    private static ImmutableList<WaitingPlace> Waiting(int count) =>
        [.. Enumerable.Range(1, count).Select(ticket => new WaitingPlace(new($"waiting-{ticket}"), "GM0262", ticket))];

    private static List<string> Names(Specimens specimens, int count) =>
        [.. Enumerable.Range(1, count).Select(number => $"{specimens.Typed($"Bram Kuipers {number}")} ({specimens.Typed("Meierijstad")})")];
}
