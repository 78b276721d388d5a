using LeerkringBot.Bot.Broadcasts;
using LeerkringBot.Bot.Members;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Bot.Start;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Registrations;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Registrations;

namespace LeerkringBot.Bot.Registrations;

/// <summary>The agenda, invitations and the answers to them.</summary>
public sealed class RegistrationFeature(
    AnswerInvitation answer,
    Invitations invitations,
    MemberFeature members,
    SharedCardRefresh shared,
    TimeProvider clock) : IFeature, IStartSection
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(InvitationCard.Come, (click, cancellationToken) => Answer(click, answer.Come, cancellationToken)),
        CardRoute.To(InvitationCard.Decline, (click, cancellationToken) => Answer(click, answer.Decline, cancellationToken)),
        CardRoute.To(InvitationCard.Show, Show),
    ];

    public IEnumerable<ChatCommand> Commands =>
    [
        new(["agenda", "bijeenkomsten", "aanmelden", "mijn aanmeldingen", "gatherings", "register"], async (message, cancellationToken) =>
            AgendaCard.Render(await invitations.Agenda(message.Who.Id, cancellationToken), clock.GetUtcNow(), message.Texts)),
    ];

    public int Order => 1;

    public async Task<IReadOnlyList<CardElement>> Render(Person who, Texts texts, CancellationToken cancellationToken) =>
    [
        Part.Heading(texts.Rich("Start.Gatherings")),
        .. AgendaCard.List(await invitations.Agenda(who.Id, cancellationToken), clock.GetUtcNow(), texts),
    ];

    private async Task<Reply> Answer(
        CardClick<InvitationCard.GatheringData> click,
        Func<Person, GatheringId, CancellationToken, Task<RegistrationOutcome>> answering,
        CancellationToken cancellationToken)
    {
        if (!GatheringId.TryParse(click.Data.Gathering, out var id)) return Unknown(click);
        var finding = invitations.Find(id, cancellationToken);
        var outcome = await answering(click.Who, id, cancellationToken);
        if (outcome is RegistrationOutcome.AffiliationNeeded)
            return await members.Ask(click.Who, new(click.Raw.Verb, InvitationCard.Come.Carry(click.Data)), null, click.Texts, cancellationToken);

        if (outcome is RegistrationOutcome.Stands) shared.Changed(InvitationContent.Of(id));
        if (await finding is not { } gathering) return Unknown(click);
        return outcome switch
        {
            RegistrationOutcome.Stands stands => invitations.Answered(gathering, stands.Sheet, stands.Registration, null, click.Texts),
            RegistrationOutcome.Closed closed => invitations.Answered(gathering, closed.Sheet, closed.Registration, click.Texts["Registration.TooLate"], click.Texts),
            RegistrationOutcome.Over over => invitations.Answered(gathering, over.Sheet, over.Registration, over.Sheet.IsCancelled ? null : click.Texts["Registration.Over"], click.Texts),
            _ => Unknown(click),
        };
    }

    private async Task<Reply> Show(CardClick<InvitationCard.GatheringData> click, CancellationToken cancellationToken) =>
        GatheringId.TryParse(click.Data.Gathering, out var id)
        && await invitations.Personal(id, click.Who.Id, click.Texts, cancellationToken) is { } card
            ? card
            : Unknown(click);

    private static Reply Unknown(CardClick<InvitationCard.GatheringData> click) => new Reply.Start(click.Texts["Invitation.Unknown"]);
}
