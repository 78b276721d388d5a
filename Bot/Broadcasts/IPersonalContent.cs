using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Something that can be sent to a person.</summary>
public interface IPersonalContent
{
    /// <summary>As it stands in <see cref="Domain.Broadcasts.BroadcastContent.Kind"/>.</summary>
    string Kind { get; }

    /// <returns>Null when the subject is gone.</returns>
    Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken);
}
