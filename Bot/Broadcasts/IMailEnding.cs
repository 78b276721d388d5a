using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Domain.Broadcasts;

namespace LeerkringBot.Bot.Broadcasts;

/// <summary>What stands below something when it goes by mail, in place of the buttons that its card has.</summary>
public interface IMailEnding
{
    /// <param name="broadcast">What goes.</param>
    /// <param name="to">A member, or a guest's key.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="texts">In their language.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where it has nothing to do with it.</returns>
    Task<string?> Of(Broadcast broadcast, MemberId to, string address, Texts texts, CancellationToken cancellationToken);
}
