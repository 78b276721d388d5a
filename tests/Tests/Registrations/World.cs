using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Tests.Registrations;

/// <summary>Two dates of one series with everybody's registrations, as storage would hold them.</summary>
internal sealed record World(ImmutableArray<World.Place> Places, DateTimeOffset Now)
{
    public static readonly DateTimeOffset Start = new(2027, 2, 4, 12, 30, 0, TimeSpan.Zero);
    private static readonly string[] Morning = ["m1", "m2"];
    private static readonly string[] Afternoon = ["a1", "a2"];

    public static World New(int capacity, bool approval, DateTimeOffset now) =>
        new([.. new[] { "here", "there" }.Select(item => new Place(RegistrationSheet.Open(Gathering(item, capacity, 2, approval)), ImmutableSortedDictionary<int, Registration>.Empty, ImmutableSortedDictionary<int, string>.Empty))], now);

    /// <summary>Does the steps and checks after each one that all is as it must be.</summary>
    public void Hold(IEnumerable<Step> steps)
    {
        var world = this;
        foreach (var step in steps)
        {
            var (next, notices) = world.After(step);
            if (Wrong(world, step, next, notices) is { } wrong) throw new InvalidOperationException($"{step}: {wrong}\nbefore {world.Describe()}\nafter {next.Describe()}\n{string.Join(", ", notices)}");
            world = next;
        }
    }

    public (World World, ImmutableArray<RegistrationNotice> Notices) After(Step step)
    {
        var sheet = Places[0].Sheet;
        return step switch
        {
            Step.Come(var person) => Applied(RegistrationRules.Come(sheet with { AsksFirst = false }, Mine(person), Id(person), Affiliation(person), Now)),
            Step.Fill(var person, var morning, var afternoon, var wishes) => Applied(RegistrationRules.Register(
                sheet,
                Mine(person),
                Id(person),
                Affiliation(person),
                new([.. Chosen(Morning, morning), .. Chosen(Afternoon, afternoon)], ImmutableDictionary<string, string>.Empty.Add("q", "yes"), wishes ? "vegetarisch" : ""),
                Now)),
            Step.Decline(var person) => Applied(RegistrationRules.Decline(sheet, Mine(person), Id(person), Affiliation(person), Now)),
            Step.Bring(var person, var first, var second, var together) => Applied(ColleagueRules.Bring(
                sheet,
                Mine(person),
                [new(Id(first), Affiliation(first), null), new(Id(second), Affiliation(second), null)],
                Known(first, second),
                together,
                Now)),
            Step.CancelFor(var person, var colleague) => Applied(ColleagueRules.Cancel(sheet, Id(person), Mine(colleague), Now)),
            Step.Confirm(var first, var second) => Applied(ApprovalRules.Confirm(sheet, [Id(first), Id(second)], Now)),
            Step.Refuse(var person) => Applied(ApprovalRules.Refuse(sheet, [.. Known(person).Values], "vol", Now)),
            Step.Move(var person) => Moved(person),
            Step.CheckIn(var person) => Applied(AttendanceRules.CheckIn(sheet, Mine(person), Now)),
            Step.Forget(var person) => Mine(person) is { } mine
                ? Applied(ForgetRules.Forget(sheet, mine.Member, Places[0].People.Values.Where(one => one == mine || one.BroughtBy == mine.Member || one.Colleagues.Contains(mine.Member)).ToDictionary(one => one.Member), Now))
                : (this, []),
            Step.Places(var places, var track, var approval) => Applied(RevisionRules.Revise(sheet, Gathering("here", places, track, approval), Now)),
            Step.Reaffiliate(var person) => Mine(person) is { Wants: true } mine ? Applied(RegistrationRules.Reaffiliate(sheet, mine, "GM0009")) : (this, []),
            _ => (this with { Now = Now.AddMinutes(((Step.Pass)step).Minutes) }).Applied(RegistrationRules.OfferOn(sheet, Now.AddMinutes(((Step.Pass)step).Minutes))),
        };
    }

    public string Describe()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Now:O}");
        foreach (var (sheet, people, wishes) in Places)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n {sheet.Gathering} of {sheet.Capacity}: {string.Join(' ', sheet.Coming.Select(one => $"{one.Key}={one.Value}"))} waiting {Line(sheet.Waiting)} requests {Line(sheet.Requests)} present {sheet.Present} wishes {sheet.Wishes} next {sheet.NextTicket}");
            foreach (var (id, track) in sheet.Tracks) text.Append(CultureInfo.InvariantCulture, $"\n  {id}: {track.Taken} of {track.Capacity} waiting {Line(track.Waiting)}");
            foreach (var one in people.Values) text.Append(CultureInfo.InvariantCulture, $"\n  {one.Member} {one.Affiliation} {MyRegistration.Of(sheet, one)} [{string.Join(' ', one.Tracks)}] by {one.BroughtBy} brings {string.Join(' ', one.Colleagues)} {one.PresentAt:O} {one.HasWishes} {wishes.GetValueOrDefault(Number(one.Member))} {one.Sequence}");
        }

        return text.ToString();

        static string Line(IEnumerable<WaitingPlace> line) => string.Join(' ', line.Select(place => $"{place.Member}#{place.Ticket}/{place.Party}{(place.OfferedAt is null ? "" : "!")}"));
    }

    private static string? Wrong(World before, Step step, World after, ImmutableArray<RegistrationNotice> notices) =>
        after.Places.Select(place => place.Wrong(after.Now)).FirstOrDefault(wrong => wrong is not null)
        ?? after.Places.Zip(before.Places).Select(pair => Wronged(pair.Second, step, pair.First, notices, after.Now)).FirstOrDefault(wrong => wrong is not null)
        ?? (notices.GroupBy(notice => notice.Member).Any(group => group.Count() > 1) ? "somebody is told two things at once" : null)
        ?? notices.Where(notice => !after.Places.Any(place => IsTrue(notice, place))).Select(notice => $"untrue: {notice}").FirstOrDefault();

    private static bool IsTrue(RegistrationNotice notice, Place place)
    {
        var standing = MyRegistration.Of(place.Sheet, place.People.GetValueOrDefault(Number(notice.Member)));
        return notice.Kind switch
        {
            RegistrationNoticeKind.Promoted or RegistrationNoticeKind.TrackPromoted => standing is MyRegistration.Coming,
            RegistrationNoticeKind.Offered => standing is MyRegistration.Waiting { Offered: true },
            RegistrationNoticeKind.Brought => standing is MyRegistration.Coming or MyRegistration.Waiting or MyRegistration.Provisional,
            RegistrationNoticeKind.Confirmed => standing is MyRegistration.Coming or MyRegistration.Waiting,
            RegistrationNoticeKind.Refused => standing is MyRegistration.Refused,
            _ => standing is MyRegistration.NotComing,
        };
    }

    // Between two moments: nobody loses what they had by somebody else's doing, nobody is overtaken, nobody is told what isn't so.
    private static string? Wronged(Place before, Step step, Place after, ImmutableArray<RegistrationNotice> notices, DateTimeOffset now)
    {
        var actors = step switch
        {
            Step.Decline(var person) => [person],
            Step.Fill(var person, _, _, _) => [person],
            Step.CancelFor(_, var colleague) => [colleague],
            Step.Move(var person) => [person],
            Step.Forget(var person) => [person],
            _ => Array.Empty<int>(),
        };
        foreach (var (number, had) in before.People)
        {
            if (actors.Contains(number)) continue;
            var has = after.People.GetValueOrDefault(number);
            if (MyRegistration.Of(before.Sheet, had) is MyRegistration.Coming && MyRegistration.Of(after.Sheet, has) is not MyRegistration.Coming) return $"{number} lost a place";
            foreach (var track in had.Tracks.Where(track => MyRegistration.PositionIn(before.Sheet, had, track) == 0))
                if (MyRegistration.PositionIn(after.Sheet, has!, track) != 0) return $"{number} lost {track}";
        }

        foreach (var (old, line, free) in Lines(before.Sheet).Zip(Lines(after.Sheet), (first, second) => (first.Line, second.Line, second.Free)))
        {
            var tickets = line.Select(place => place.Ticket).ToList();
            if (!tickets.SequenceEqual(tickets.Order())) return "the line is out of order";
            // Who left the line with a place didn't overtake a party that would have fitted as well.
            var stayed = old.Where(place => line.Exists(one => one.Member == place.Member && one.Ticket == place.Ticket)).ToList();
            // Of a party only those count who got a place: whoever left it made it small enough.
            var placed = old.FindAll(place => notices.Any(notice => notice.Member == place.Member && notice.Kind is RegistrationNoticeKind.Promoted or RegistrationNoticeKind.TrackPromoted && notice.Occasion == place.Ticket));
            foreach (var gone in placed)
            {
                if (stayed.Exists(place => place.Ticket < gone.Ticket && place.OfferedAt is null && WaitingList.SizeOf(line, place) <= WaitingList.SizeOf(placed, gone))) return $"{gone.Member} overtook";
            }

            if (now < after.Sheet.StartsAt - WaitingList.OfferPeriod && free > 0 && line.Exists(place => WaitingList.SizeOf(line, place) <= free)) return "a place stays free while somebody who fits waits";
        }

        return null;
    }

    private static IEnumerable<(ImmutableList<WaitingPlace> Line, int Free)> Lines(RegistrationSheet sheet) =>
        [(sheet.Waiting, sheet.FreePlaces), .. sheet.Tracks.Values.Select(track => (track.Waiting, track.FreePlaces))];

    private (World, ImmutableArray<RegistrationNotice>) Applied<TOutcome>(RegistrationChange<TOutcome> change) =>
        (this with { Places = Places.SetItem(0, Places[0].After(change)) }, change.Notices);

    private (World, ImmutableArray<RegistrationNotice>) Moved(int person)
    {
        var (here, there) = (Places[0], Places[1]);
        var move = MoveRules.Move(here.Sheet, here.People.GetValueOrDefault(person), there.Sheet, there.People.GetValueOrDefault(person), here.Wishes.GetValueOrDefault(person), Now);
        return move.From is null || move.To is null ? (this, []) : (this with { Places = [here.After(move.From), there.After(move.To)] }, [.. move.From.Notices, .. move.To.Notices]);
    }

    private Registration? Mine(int person) => Places[0].People.GetValueOrDefault(person);

    private Dictionary<MemberId, Registration> Known(params int[] people) => people.Select(Mine).OfType<Registration>().DistinctBy(one => one.Member).ToDictionary(one => one.Member);

    private static MemberId Id(int person) => new(person.ToString(CultureInfo.InvariantCulture));

    private static int Number(MemberId member) => int.Parse(member.ToString(), CultureInfo.InvariantCulture);

    private static string Affiliation(int person) => person % 3 == 0 ? AffiliationKey.Organisation : $"GM000{person % 5}";

    private static IEnumerable<string> Chosen(string[] tracks, int choice) => choice is 1 or 2 ? [tracks[choice - 1]] : [];

    private static Gathering Gathering(string item, int capacity, int track, bool approval)
    {
        var start = DutchTime.WallClock(Start);
        var day = DateOnly.FromDateTime(start);
        return new()
        {
            Id = new("s", item),
            Title = "Proef",
            Kind = "werksessie",
            Why = "Daarom.",
            Date = day,
            Start = TimeOnly.FromDateTime(start),
            End = TimeOnly.FromDateTime(start).AddHours(3),
            Place = new("Stadhuis", "Plein 1"),
            Programme = [],
            Audience = [],
            Hosts = [],
            RegisterBefore = day.AddDays(1),
            Contact = "a@b.example",
            Capacity = capacity,
            NeedsApproval = approval,
            Rounds =
            [
                new("morning", new(9, 0), new(11, 0), [.. Morning.Select(id => new Track(id, id, track))]),
                new("afternoon", new(12, 0), new(14, 0), [.. Afternoon.Select(id => new Track(id, id, track))]),
            ],
        };
    }

    internal sealed record Place(RegistrationSheet Sheet, ImmutableSortedDictionary<int, Registration> People, ImmutableSortedDictionary<int, string> Wishes)
    {
        public Place After<TOutcome>(RegistrationChange<TOutcome> change)
        {
            if (change.Sheet is null) return this;
            var people = change.Registrations.Aggregate(People, (all, one) => all.SetItem(Number(one.Member), one));
            var wishes = change.Wishes.Aggregate(Wishes, (all, one) => one.Text.Length > 0 ? all.SetItem(Number(one.Member), one.Text) : all.Remove(Number(one.Member)));
            return new(change.Sheet, people.RemoveRange(change.Gone.Select(Number)), wishes);
        }

        // At one moment: the head's counters are what the rows say.
        public string? Wrong(DateTimeOffset now)
        {
            var over = now >= Sheet.EndsAt;
            var coming = People.Values.Where(one => MyRegistration.Of(Sheet, one) is MyRegistration.Coming).ToList();
            if (Sheet.FreePlaces < 0) return "more participants than places";
            var counted = coming.GroupBy(one => one.Affiliation).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key}={group.Count()}");
            if (!over && !counted.SequenceEqual(Sheet.Coming.Select(one => $"{one.Key}={one.Value}"))) return "miscounted participants";
            if (Sheet.Waiting.Concat(Sheet.Requests).Any(place => People.GetValueOrDefault(Number(place.Member)) is not { Wants: true })) return "somebody waits who doesn't want to come";
            if (Sheet.Waiting.Concat(Sheet.Requests).GroupBy(place => place.Member).Any(group => group.Count() > 1)) return "somebody waits twice";
            if (!over && Sheet.Present != People.Values.Count(one => one.PresentAt is not null)) return "miscounted presence";
            if (!over && Sheet.Wishes != Wishes.Count) return "miscounted wishes";
            if (!over && !People.Where(one => one.Value.HasWishes).Select(one => one.Key).SequenceEqual(Wishes.Keys)) return "wishes without a registration";
            foreach (var (id, track) in Sheet.Tracks)
            {
                var chose = coming.Where(one => one.Tracks.Contains(id)).ToList();
                if (track.FreePlaces < 0) return $"more people than places in {id}";
                if (!over && chose.Count != track.Taken + track.Waiting.Count) return $"miscounted {id}";
                if (track.Waiting.Any(place => !chose.Exists(one => one.Member == place.Member))) return $"somebody waits for {id} who didn't choose it";
            }

            if (People.Values.Any(one => one.Tracks.GroupBy(track => Sheet.Tracks[track].Round).Any(round => round.Count() > 1))) return "two tracks in one round";
            var names = People.Values.Select(one => one.Member).ToHashSet();
            return People.Values.Any(one => one.Colleagues.Any(colleague => !names.Contains(colleague)) || (one.BroughtBy is { } by && !names.Contains(by))) ? "somebody forgotten is still named" : null;
        }
    }
}
