using LeerkringBot.Cards;
using LeerkringBot.Cards.Elements;
using LeerkringBot.Cards.Ideas;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Ideas;

/// <summary>The ways to share an idea, for the cards of other features.</summary>
public sealed class IdeaDoors(INetwork network)
{
    /// <param name="subject">What the card is about.</param>
    /// <param name="title">Of the subject.</param>
    /// <param name="texts">In the reader's language.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async ValueTask<IReadOnlyList<CardElement>> Of(Subject subject, string title, Texts texts, CancellationToken cancellationToken) =>
        IdeaDoor.Render(subject, title, (await network.Current(cancellationToken)).Mailbox, texts);

    /// <returns>Nothing where it is cancelled.</returns>
    public async ValueTask<IReadOnlyList<CardElement>> Of(Gathering gathering, Texts texts, CancellationToken cancellationToken) =>
        gathering.Cancellation is null ? await Of(new Subject.OfGathering(gathering.Id), gathering.Title, texts, cancellationToken) : [];
}
