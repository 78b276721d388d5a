using LeerkringBot.Cards;
using LeerkringBot.Domain;

namespace LeerkringBot.Bot.Files;

/// <summary>Asks somebody in their own chat whether a file may be put where they keep theirs. The edge implements it.</summary>
public interface IFileConsent
{
    /// <param name="member">Whose file it is.</param>
    /// <param name="file">Name and size are shown.</param>
    /// <param name="ticket">Sealed; comes back with the answer.</param>
    /// <param name="texts">In the member's language.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <returns>False where this can't be asked, or may not have arrived.</returns>
    Task<bool> Ask(MemberId member, MadeFile file, string ticket, Texts texts, CancellationToken cancellationToken);
}
