using System.Collections.Immutable;
using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>"Neem een collega mee": registering colleagues, and cancelling for them.</summary>
public sealed class ColleagueFeature(
    BringColleagues colleagues,
    IRegistrationStore registrations,
    IGatherings gatherings,
    IMembers members,
    Invitations invitations,
    SharedCardRefresh shared) : IFeature
{
    private const int MostAtOnce = 5;
    private const int MostKnown = 30;

    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(ColleagueCard.Open, (click, cancellationToken) => Form(click.Who, click.Data.Gathering, null, null, click.Texts, cancellationToken)),
        CardRoute.To(ColleagueCard.Bring, Bring),
        CardRoute.To(ColleagueCard.Cancel, Cancel),
    ];

    private async Task<Reply> Form(Person who, string gathering, ColleagueCard.ColleagueData? typed, string? mistake, Texts texts, CancellationToken cancellationToken)
    {
        if (!GatheringId.TryParse(gathering, out var id)
            || await registrations.Read(id, who.Id, cancellationToken) is not var (sheet, mine)
            || await gatherings.Find(id, sheet.Revision, cancellationToken) is not { } found) return new Reply.Start(texts["Invitation.Unknown"]);
        var standing = MyRegistration.Of(sheet, mine);
        if (standing is MyRegistration.None or MyRegistration.NotComing or MyRegistration.Refused)
            return await invitations.Answered(found, sheet, mine, who, texts["Colleague.RegisterFirst"], texts, cancellationToken);
        var waits = standing is MyRegistration.Waiting;
        return ColleagueCard.Render(found, await Colleagues(await who.Member, cancellationToken), sheet.OpenPlaces < 1 || sheet.Tracks.Any(track => track.Value.IsFull && mine!.Tracks.Contains(track.Key)), waits, typed, mistake, texts);
    }

    private async Task<Reply> Bring(CardClick<ColleagueCard.ColleagueData> click, CancellationToken cancellationToken)
    {
        var (data, texts) = (click.Data, click.Texts);
        if (!GatheringId.TryParse(data.Gathering, out var id)) return new Reply.Start(texts["Invitation.Unknown"]);
        var (name, email) = (data.Name?.Trim() ?? "", data.Email?.Trim().ToLowerInvariant() ?? "");
        var chosen = data.People?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().Where(one => one != ColleagueCard.Nobody).ToList() ?? [];
        if (await Mistake(chosen, name, email, texts, cancellationToken) is { } mistake) return await Form(click.Who, data.Gathering, data, mistake, texts, cancellationToken);

        ImmutableArray<Guest> guests = email.Length > 0 ? [new(name, email)] : [];
        var outcome = await colleagues.Bring(click.Who, id, [.. chosen.Select(one => new MemberId(one))], guests, data.OnlyTogether, cancellationToken);
        if (outcome is ColleagueOutcome.Brought) shared.Changed(InvitationContent.Of(id));
        return outcome switch
        {
            ColleagueOutcome.Brought brought => await Answered(id, click.Who, brought.Sheet, brought.Registration, await Told(brought, texts, cancellationToken), texts, cancellationToken),
            ColleagueOutcome.RegisterFirst first => await Answered(id, click.Who, first.Sheet, first.Registration, texts["Colleague.RegisterFirst"], texts, cancellationToken),
            ColleagueOutcome.Closed closed => await Answered(id, click.Who, closed.Sheet, closed.Registration, texts["Registration.TooLate"], texts, cancellationToken),
            ColleagueOutcome.Over over => await Answered(id, click.Who, over.Sheet, over.Registration, texts["Registration.Over"], texts, cancellationToken),
            _ => new Reply.Start(texts["Invitation.Unknown"]),
        };
    }

    private async Task<Reply> Cancel(CardClick<ColleagueCard.CancelColleagueData> click, CancellationToken cancellationToken)
    {
        var texts = click.Texts;
        if (!GatheringId.TryParse(click.Data.Gathering, out var id) || !Key.IsValid(click.Data.Member)) return new Reply.Start(texts["Invitation.Unknown"]);
        var outcome = await colleagues.Cancel(click.Who.Id, id, new(click.Data.Member), cancellationToken);
        if (outcome is ColleagueOutcome.Cancelled) shared.Changed(InvitationContent.Of(id));
        var notice = outcome switch
        {
            ColleagueOutcome.Cancelled => texts["Colleague.Cancelled"],
            ColleagueOutcome.NotYours => texts["Colleague.NotYours"],
            ColleagueOutcome.Over => texts["Registration.Over"],
            _ => null,
        };
        return notice is not null && await registrations.Read(id, click.Who.Id, cancellationToken) is var (sheet, mine)
            ? await Answered(id, click.Who, sheet, mine, notice, texts, cancellationToken)
            : new Reply.Start(texts["Invitation.Unknown"]);
    }

    private async Task<IReadOnlyList<Choice>> Colleagues(Member member, CancellationToken cancellationToken) =>
    [
        .. (await members.All(cancellationToken))
            .Where(other => other.Id != member.Id && other.Affiliation is Affiliation.OfMunicipality && other.Affiliation == member.Affiliation)
            .OrderBy(other => other.Name, StringComparer.InvariantCultureIgnoreCase)
            .Take(MostKnown)
            .Select(other => new Choice(other.Name, other.Id.ToString())),
    ];

    private async Task<string?> Mistake(List<string> chosen, string name, string email, Texts texts, CancellationToken cancellationToken)
    {
        if (chosen.Count == 0 && name.Length == 0 && email.Length == 0) return texts["Colleague.WhoFirst"];
        if (chosen.Count > MostAtOnce) return texts.Plain("Colleague.TooMany", MostAtOnce);
        if (email.Length > 0 && name.Length is 0 or > ColleagueCard.LongestName) return texts["Colleague.NameFirst"];
        if (name.Length > 0 && !(EmailAddress.IsValid(email) && email[email.LastIndexOf('@')..].Contains('.', StringComparison.Ordinal))) return texts["Colleague.EmailFirst"];
        foreach (var one in chosen)
            if (!Key.IsValid(one) || await members.Find(new(one), cancellationToken) is null) return texts["Colleague.Unknown"];
        return null;
    }

    private async Task<string> Told(ColleagueOutcome.Brought brought, Texts texts, CancellationToken cancellationToken)
    {
        var parts = new List<string>();
        if (brought.Added.Length > 0) parts.Add(texts.Count("Colleague.Brought", brought.Added.Length));
        if (!brought.Already.IsEmpty) parts.Add(texts.Plain("Colleague.Already", await Names(brought.Already)));
        if (!brought.Unwilling.IsEmpty) parts.Add(texts.Plain("Colleague.Unwilling", await Names(brought.Unwilling)));
        return string.Join(' ', parts);

        async Task<string> Names(ImmutableArray<MemberId> some) =>
            string.Join(", ", await Task.WhenAll(some.Select(async member => (await members.Find(member, cancellationToken))?.Name ?? texts["Registration.AColleague"])));
    }

    private async Task<Reply> Answered(GatheringId id, Person who, RegistrationSheet sheet, Registration? mine, string? notice, Texts texts, CancellationToken cancellationToken) =>
        await gatherings.Find(id, sheet.Revision, cancellationToken) is { } gathering
            ? await invitations.Answered(gathering, sheet, mine, who, notice, texts, cancellationToken)
            : new Reply.Start(texts["Invitation.Unknown"]);
}
