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
    IRegistrationStore registrations,
    IGatherings gatherings,
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
        CardRoute.To(RegistrationFormCard.Open, OpenForm),
        CardRoute.To(RegistrationFormCard.Register, Register),
    ];

    public IEnumerable<ChatCommand> Commands =>
    [
        new(["agenda", "bijeenkomsten", "aanmelden", "gatherings", "register"], async (message, cancellationToken) =>
            AgendaCard.Render(await invitations.Agenda(message.Who.Id, cancellationToken), clock.GetUtcNow(), message.Texts)),
        new(["mijn aanmeldingen", "aanmeldingen", "my registrations", "registrations"], async (message, cancellationToken) =>
            MyRegistrationsCard.Render(await invitations.Mine(message.Who.Id, cancellationToken), message.Texts)),
    ];

    public int Order => 1;

    public async Task<IReadOnlyList<CardElement>> Render(Person who, Texts texts, CancellationToken cancellationToken) =>
    [
        Part.Heading(texts.Rich("Start.Gatherings")),
        .. AgendaCard.List(await invitations.Agenda(who.Id, cancellationToken), clock.GetUtcNow(), texts),
    ];

    private async Task<Reply> Answer(CardClick<InvitationCard.GatheringData> click, Func<Person, GatheringId, CancellationToken, Task<RegistrationOutcome>> answering, CancellationToken cancellationToken) =>
        GatheringId.TryParse(click.Data.Gathering, out var id)
            ? await Answer(click.Raw, id, () => answering(click.Who, id, cancellationToken), cancellationToken)
            : Unknown(click.Texts);

    private async Task<Reply> Answer(CardClick click, GatheringId id, Func<Task<RegistrationOutcome>> answering, CancellationToken cancellationToken)
    {
        var finding = gatherings.Find(id, cancellationToken);
        var outcome = await answering();
        if (outcome is RegistrationOutcome.AffiliationNeeded) return await members.Ask(click.Who, new(click.Verb, click.Data), null, click.Texts, cancellationToken);
        if (outcome is RegistrationOutcome.Stands) shared.Changed(InvitationContent.Of(id));
        if (await finding is not { } gathering) return Unknown(click.Texts);
        return outcome switch
        {
            RegistrationOutcome.Stands stands => await Answered(stands.Sheet, stands.Registration, null),
            RegistrationOutcome.Closed closed => await Answered(closed.Sheet, closed.Registration, click.Texts["Registration.TooLate"]),
            RegistrationOutcome.Over over => await Answered(over.Sheet, over.Registration, over.Sheet.IsCancelled ? null : click.Texts["Registration.Over"]),
            RegistrationOutcome.QuestionsFirst first => await Form(gathering, first.Sheet, first.Registration, click.Texts, cancellationToken),
            _ => Unknown(click.Texts),
        };

        // As it was when this was decided: another instance may have moved the gathering since ours was read.
        async Task<Reply> Answered(RegistrationSheet sheet, Registration? registration, string? notice) =>
            await invitations.Answered(await gatherings.Find(id, sheet.Revision, cancellationToken) ?? gathering, sheet, registration, click.Who, notice, click.Texts, cancellationToken);
    }

    private async Task<Reply> Show(CardClick<InvitationCard.GatheringData> click, CancellationToken cancellationToken) =>
        GatheringId.TryParse(click.Data.Gathering, out var id)
        && await invitations.Personal(id, await click.Who.Member, click.Texts, cancellationToken) is { } card
            ? card
            : Unknown(click.Texts);

    private async Task<Reply> OpenForm(CardClick<InvitationCard.GatheringData> click, CancellationToken cancellationToken) =>
        GatheringId.TryParse(click.Data.Gathering, out var id)
        && await gatherings.Find(id, cancellationToken) is { } gathering
        && await registrations.Read(id, click.Who.Id, cancellationToken) is var (sheet, mine)
            ? await Form(gathering, sheet, mine, click.Texts, cancellationToken)
            : Unknown(click.Texts);

    private async Task<Reply> Form(Gathering gathering, RegistrationSheet sheet, Registration? mine, Texts texts, CancellationToken cancellationToken)
    {
        var wishes = mine is { HasWishes: true } ? await registrations.Wishes(gathering.Id, mine.Member, cancellationToken) : null;
        return RegistrationFormCard.Render(
            gathering,
            sheet,
            mine is null ? RegistrationFormCard.Filled.Nothing : new(mine.Tracks, mine.Answers, wishes),
            new Dictionary<string, FormMistake>(),
            texts);
    }

    private async Task<Reply> Register(CardClick<RegistrationFormCard.FormData> click, CancellationToken cancellationToken)
    {
        var data = click.Data;
        if (!GatheringId.TryParse(data.Gathering, out var id) || await gatherings.Find(id, cancellationToken) is not { } gathering) return Unknown(click.Texts);
        var check = RegistrationFormCheck.Of(gathering, data.Tracks, data.Answers, data.ShownQuestions, data.Wishes ?? "");
        if (check.Form is { } form) return await Answer(click.Raw, id, () => answer.Register(click.Who, id, form, cancellationToken), cancellationToken);

        return await registrations.Sheet(id, cancellationToken) is { } sheet
            ? RegistrationFormCard.Render(gathering, sheet, new(data.Tracks, data.Answers, data.Wishes), check.Mistakes, click.Texts)
            : Unknown(click.Texts);
    }

    private static Reply.Start Unknown(Texts texts) => new(texts["Invitation.Unknown"]);
}
