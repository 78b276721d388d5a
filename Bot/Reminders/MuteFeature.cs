using LeerkringBot.Bot.Routing;
using LeerkringBot.Cards;
using LeerkringBot.Cards.Reminders;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Members;

namespace LeerkringBot.Bot.Reminders;

/// <summary>"Geen herinneringen meer", by button or typed, and back.</summary>
public sealed class MuteFeature(MuteReminders mute) : IFeature
{
    public IEnumerable<CardRoute> Cards =>
    [
        CardRoute.To(MutedCard.Mute, (click, cancellationToken) => Set(click.Who, true, click.Texts, cancellationToken)),
        CardRoute.To(MutedCard.Unmute, (click, cancellationToken) => Set(click.Who, false, click.Texts, cancellationToken)),
    ];

    public IEnumerable<ChatCommand> Commands =>
    [
        new(["herinneringen uit", "geen herinneringen meer", "reminders off"], (message, cancellationToken) => Set(message.Who, true, message.Texts, cancellationToken)),
        new(["herinneringen aan", "toch weer herinneringen", "reminders on"], (message, cancellationToken) => Set(message.Who, false, message.Texts, cancellationToken)),
        new(["herinneringen", "reminders"], async (message, _) => MutedCard.Render((await message.Who.Member).WantsNoReminders, message.Texts)),
    ];

    private async Task<Reply> Set(Person who, bool wantsNone, Texts texts, CancellationToken cancellationToken) =>
        MutedCard.Render((await mute.Set(who, wantsNone, cancellationToken)).WantsNoReminders, texts);
}
