using LeerkringBot.Bot.Files;
using LeerkringBot.Cards;
using LeerkringBot.Domain;
using LeerkringBot.Infrastructure.Teams;

namespace LeerkringBot.Bot.Teams;

/// <summary>Teams' file consent card, in the personal chat.</summary>
/// <param name="messenger">Sends it.</param>
/// <param name="isTeams">False where there is no Teams to ask it, but the Agents Playground.</param>
/// <param name="clock">Measures the time it may take.</param>
/// <param name="logger">Hears why it could not be asked.</param>
public sealed class FileConsent(TeamsMessenger messenger, bool isTeams, TimeProvider clock, ILogger<FileConsent> logger) : IFileConsent
{
    /// <summary>Somebody waits for the card with the link.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);

    public async Task<bool> Ask(MemberId member, MadeFile file, string ticket, Texts texts, CancellationToken cancellationToken)
    {
        if (!isTeams) return false;
        using var ending = new CancellationTokenSource(Limit, clock);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ending.Token, cancellationToken);
        try
        {
            var message = MessageActivity.OfFileConsent(file.Name, new(texts["File.Consent"], file.Content.Length, new(ticket), new(ticket)));
            return await messenger.Send(new Recipient.OfMember(member), message, limited.Token) is SendOutcome.Sent;
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            // The link is there all the same.
            logger.Failed("A question about a file", fault);
            return false;
        }
    }
}
