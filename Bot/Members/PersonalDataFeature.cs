using LeerkringBot.Bot.Files;
using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Members;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;

namespace LeerkringBot.Bot.Members;

/// <summary>"Mijn gegevens": see, correct, take along and delete.</summary>
public sealed class PersonalDataFeature(ChooseRole roles, MuteReminders mute, ForgetMember forget, FileHandover files, IOrganiserBindings organisers, INetwork network, TimeProvider clock, ILogger<PersonalDataFeature> logger) : IFeature
{
    /// <summary>How long the question before deleting holds.</summary>
    private static readonly TimeSpan QuestionLifetime = TimeSpan.FromHours(1);

    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(PersonalDataCard.Show, (click, cancellationToken) => Show(click.Who, click.Texts, cancellationToken)),
        CardRoute.To(PersonalDataCard.ChooseRole, ChooseRole),
        CardRoute.To(PersonalDataCard.Reminders, ChooseReminders),
        CardRoute.To(PersonalDataCard.Download, (click, cancellationToken) => files.Offer(click.Who, PersonalFile.Name, "", click.Texts, cancellationToken)),
        CardRoute.To(ForgetCard.Ask, (click, cancellationToken) => Ask(click.Who, click.Texts, cancellationToken)),
        CardRoute.To(ForgetCard.Forget, Forget),
    ];

    public IEnumerable<ChatCommand> Commands =>
    [
        new(["mijn gegevens", "gegevens", "my data"], (message, cancellationToken) => Show(message.Who, message.Texts, cancellationToken)),
    ];

    private async Task<Reply> Show(Person who, Texts texts, CancellationToken cancellationToken)
    {
        var member = await who.Member;
        return member.IsLeaving
            ? ForgetCard.RenderDone(false, texts)
            : PersonalDataCard.Render(await network.Current(cancellationToken), member, null, texts);
    }

    private async Task<Reply> ChooseRole(CardClick<PersonalDataCard.RoleData> click, CancellationToken cancellationToken)
    {
        var role = RoleInput.Read(click.Data.Role);
        if (role is null && click.Data.Role != RoleInput.NoRole) return await Show(click.Who, click.Texts, cancellationToken);
        var member = await roles.Choose(click.Who, role, cancellationToken);
        return PersonalDataCard.Render(await network.Current(cancellationToken), member, click.Texts["Personal.RoleSaved"], click.Texts);
    }

    private async Task<Reply> ChooseReminders(CardClick<PersonalDataCard.RemindersData> click, CancellationToken cancellationToken)
    {
        var member = await mute.Set(click.Who, !click.Data.Wanted, cancellationToken);
        return PersonalDataCard.Render(await network.Current(cancellationToken), member, click.Texts["Personal.RemindersSaved"], click.Texts);
    }

    private async Task<Reply> Ask(Person who, Texts texts, CancellationToken cancellationToken) =>
        ForgetCard.Render(await organisers.Has(who.Id, cancellationToken), clock.GetUtcNow(), texts);

    private async Task<Reply> Forget(CardClick<ForgetCard.ForgetData> click, CancellationToken cancellationToken)
    {
        var age = clock.GetUtcNow().ToUnixTimeSeconds() - click.Data.Asked;
        if (age < 0 || age > QuestionLifetime.TotalSeconds) return await Ask(click.Who, click.Texts, cancellationToken);

        // Afterwards nothing of this click may write the row again.
        await click.Who.Member;
        var isDone = await forget.Start(click.Who.Id, cancellationToken);
        if (!isDone) logger.LogWarning("Forgetting somebody was not finished at once and goes on as work");
        return ForgetCard.RenderDone(isDone, click.Texts);
    }
}
