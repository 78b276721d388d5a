using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>Whose dietary wishes and accessibility needs they are: for the one organiser who caters, and only where nobody else can look.</summary>
public sealed class CateringFeature(TakeOnCatering catering, IRegistrationStore registrations, Invitations invitations, Participants participants, OrganiserGate organisers) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(CateringCard.Show, organisers.Only<CateringCard.CateringData>(Show)),
        CardRoute.To(CateringCard.Take, organisers.Only<CateringCard.CateringData>(Take)),
    ];

    private async Task<Reply> Take(CardClick<CateringCard.CateringData> click, CancellationToken cancellationToken)
    {
        if (click.Raw.InChannel) return new Reply.Line(click.Texts["Catering.PersonalOnly"]);
        if (GatheringId.TryParse(click.Data.Gathering, out var id)) await catering.Take(id, click.Who.Id, cancellationToken);
        return await Show(click, cancellationToken);
    }

    private async Task<Reply> Show(CardClick<CateringCard.CateringData> click, CancellationToken cancellationToken)
    {
        var texts = click.Texts;
        if (click.Raw.InChannel) return new Reply.Line(texts["Catering.PersonalOnly"]);
        if (await invitations.Current(click.Data.Gathering, cancellationToken) is not var (gathering, sheet)) return new Reply.Start(texts["Invitation.Unknown"]);

        var names = await participants.Names(texts, cancellationToken);
        if (sheet.Caterer != click.Who.Id) return CateringCard.Render(gathering, sheet.Wishes, sheet.Caterer is { } caterer ? names.Of(caterer) : null, null, 0, texts);
        var wishes = await registrations.Wishes(gathering.Id, cancellationToken);
        var people = await registrations.Of(gathering.Id, [.. wishes.Keys], cancellationToken);
        return CateringCard.Render(gathering, sheet.Wishes, null, [.. people.Select(one => new Fact(names.Of(one), wishes[one.Member])).OrderBy(fact => fact.Title.ToString(), StringComparer.Create(texts.Culture, true))], click.Data.Page, texts);
    }
}
