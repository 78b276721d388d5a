using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>How a broadcast went, or how far it is, as a message of its own.</summary>
public sealed class SummaryContent(string kind, BroadcastReport report) : IPersonalContent
{
    public string Kind => kind;

    public Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken) => report.Render(subject, member, texts, cancellationToken);
}
