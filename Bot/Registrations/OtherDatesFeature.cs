using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>"Past deze datum niet?"</summary>
public sealed class OtherDatesFeature(
    MoveRegistration move,
    IRegistrationStore registrations,
    IGatherings gatherings,
    Invitations invitations,
    SharedCardRefresh shared,
    TimeProvider clock) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(OtherDatesCard.Open, (click, cancellationToken) =>
            GatheringId.TryParse(click.Data.Gathering, out var id) ? List(id, click.Who, null, click.Texts, cancellationToken) : Unknown(click.Texts)),
        CardRoute.To(OtherDatesCard.Move, Move),
    ];

    private async Task<Reply> Move(CardClick<OtherDatesCard.OtherDateData> click, CancellationToken cancellationToken)
    {
        var texts = click.Texts;
        if (!GatheringId.TryParse(click.Data.From, out var from) || !GatheringId.TryParse(click.Data.To, out var to)) return await Unknown(texts);
        switch (await move.Move(click.Who.Id, from, to, cancellationToken))
        {
            case MoveOutcome.Moved moved:
                shared.Changed(InvitationContent.Of(from));
                shared.Changed(InvitationContent.Of(to));
                return await gatherings.Find(to, cancellationToken) is { } gathering
                    ? await invitations.Answered(gathering, moved.Sheet, moved.Registration, click.Who, $"{texts["Registration.MovedHere"]} {InvitationStanding.Text(MyRegistration.Of(moved.Sheet, moved.Registration), texts)}", texts, cancellationToken)
                    : await Unknown(texts);
            // Moved by an earlier click of the same button.
            case MoveOutcome.NotRegistered when await registrations.Read(to, click.Who.Id, cancellationToken) is (_, { Wants: true }):
                return await invitations.Personal(to, await click.Who.Member, texts, cancellationToken) is { } card ? card : await Unknown(texts);
            case MoveOutcome.Full:
                return await List(from, click.Who, texts["OtherDates.Full"], texts, cancellationToken);
            case MoveOutcome.QuestionsFirst:
                return await List(from, click.Who, texts["OtherDates.QuestionsFirst"], texts, cancellationToken);
            case MoveOutcome.UnknownGathering:
                return await Unknown(texts);
            default:
                return await List(from, click.Who, texts["OtherDates.NotMoved"], texts, cancellationToken);
        }
    }

    private async Task<Reply> List(GatheringId id, Person who, string? notice, Texts texts, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var dates = await gatherings.InSeries(id.Series, cancellationToken);
        if (dates.FirstOrDefault(date => date.Id == id) is not { } from) return await Unknown(texts);
        var others = dates.Where(date => date.Id != id && date.Cancellation is null && now < date.EndsAt).ToList();
        var reading = registrations.Read(id, who.Id, cancellationToken);
        var sheets = await Task.WhenAll(others.Select(date => registrations.Sheet(date.Id, cancellationToken)));
        return OtherDatesCard.Render(
            from,
            [.. others.Zip(sheets).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!))],
            await reading is (_, { Wants: true }),
            notice,
            now,
            texts);
    }

    private static Task<Reply> Unknown(Texts texts) => Task.FromResult<Reply>(new Reply.Start(texts["Invitation.Unknown"]));
}
