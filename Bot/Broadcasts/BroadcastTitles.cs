using LeerkringBot.Cards;
using LeerkringBot.Cards.Broadcasts;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>What to call a broadcast.</summary>
public sealed class BroadcastTitles(IEnumerable<IComposable> contents, IEnumerable<IContentTitle> others, IBroadcastStore broadcasts)
{
    private readonly Dictionary<string, IComposable> kinds = contents.ToDictionary(content => content.Kind);

    /// <summary>Whether it is something that organisers look for among what was sent: what one person alone is told is not.</summary>
    public bool Knows(BroadcastContent content) => CanCompose(content) || content.Kind == ChangeContent.Name || others.Any(one => one.Knows(content));

    /// <summary>Whether an organiser can send it.</summary>
    public bool CanCompose(BroadcastContent content) => kinds.ContainsKey(content.Kind) || WrittenCard.IsWritten(content.Kind);

    /// <returns>One line; empty where its subject is gone.</returns>
    public async Task<string> Of(Broadcast broadcast, Member member, Texts texts, CancellationToken cancellationToken)
    {
        if (broadcast.Text is { } text) return text.Title;
        if (broadcast.Content.Kind == ChangeContent.Name)
        {
            return ChangeContent.Read(broadcast.Content.Subject) is { } id && await broadcasts.Find(id, cancellationToken) is { } changed
                ? ChangeContent.Title(changed, await Of(changed, member, texts, cancellationToken), texts)
                : "";
        }

        if (others.FirstOrDefault(one => one.Knows(broadcast.Content)) is { } other) return await other.Of(broadcast.Content, texts, cancellationToken) ?? "";
        if (!kinds.TryGetValue(broadcast.Content.Kind, out var content)) return "";
        if (broadcast is { State: BroadcastState.Draft, LastDay: not null })
            return (await content.Prepare(BroadcastDrafts.Chosen(broadcast), cancellationToken))?.Card.Summary ?? "";
        return (await content.Personal(broadcast.Content.Subject, member, texts, cancellationToken))?.Summary ?? "";
    }
}
