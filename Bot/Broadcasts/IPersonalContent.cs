using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>Something that can be sent to a person.</summary>
public interface IPersonalContent
{
    /// <summary>As it stands in <see cref="Domain.Broadcasts.BroadcastContent.Kind"/>.</summary>
    string Kind { get; }

    /// <summary>The earliest moment at which it may go out; null where any will do.</summary>
    DateTimeOffset? NotBefore(DateTimeOffset now) => null;

    /// <returns>Null when the subject is gone.</returns>
    Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken);

    /// <summary>For somebody who isn't a member.</summary>
    /// <returns>Null when it doesn't go by mail, or there is nothing to tell any more.</returns>
    Task<Mail?> Mail(string subject, MemberId guest, CancellationToken cancellationToken) => Task.FromResult<Mail?>(null);
}
