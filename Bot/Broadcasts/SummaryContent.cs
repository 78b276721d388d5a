using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>How a broadcast went, as a message of its own.</summary>
public sealed class SummaryContent(BroadcastReport report) : IPersonalContent
{
    public string Kind => RunBroadcast.Summary;

    public Task<AdaptiveCard?> Personal(string subject, Member member, Texts texts, CancellationToken cancellationToken) => report.Render(subject, member, texts, cancellationToken);
}
