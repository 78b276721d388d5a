using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>What to call a broadcast.</summary>
public sealed class BroadcastTitles(IEnumerable<IComposable> contents)
{
    /// <returns>One line; empty where its subject is gone.</returns>
    public async Task<string> Of(Broadcast broadcast, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (broadcast.Text is { } text) return text.Title;
        var content = contents.FirstOrDefault(one => one.Kind == broadcast.Content.Kind);
        var card = content is null ? null : await content.Personal(broadcast.Content.Subject, member, texts, cancellationToken);
        return card?.Summary ?? "";
    }
}
