using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>What became of something that somebody got by mail, where it can't be changed: it comes once more as it is now, or that it was taken back.</summary>
/// <param name="broadcasts">What was sent.</param>
/// <param name="cards">Made later: this is part of it.</param>
/// <param name="titles">What it is called.</param>
public sealed class ChangeContent(IBroadcastStore broadcasts, Lazy<BroadcastCards> cards, BroadcastTitles titles) : IPersonalContent
{
    public const string Name = "change";

    public string Kind => Name;

    /// <returns>The id of the broadcast; null where the text is none.</returns>
    public static string? Read(string subject) => Broadcast.IsId(subject) ? subject : null;

    public static string Title(Broadcast changed, string title, Texts texts) => texts.Plain(changed.Recall is null ? "Change.Correct" : "Change.Recall", title);

    public async Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (Read(subject) is not { } id || await broadcasts.Find(id, cancellationToken) is not { } changed) return null;
        if (await cards.Value.Personal(changed, member, cancellationToken) is not { } card) return null;
        return ChangedCard.Render(card, Title(changed, await titles.Of(changed, member, texts, cancellationToken), texts), changed.Recall is null, texts);
    }

    public async Task<Mail?> Mail(string subject, MemberId guest, CancellationToken cancellationToken) =>
        Read(subject) is { } id && await broadcasts.Find(id, cancellationToken) is { } changed && await cards.Value.Mail(changed, guest, cancellationToken) is { } mail
            ? mail with { Subject = Title(changed, mail.Subject, Texts.Dutch) }
            : null;
}
