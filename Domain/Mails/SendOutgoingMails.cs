namespace LeerkringBot.Domain.Mails;

/// <summary>Sends what stands in the outbox: claim, send, close. What was claimed and not closed may have gone, and is never sent again.</summary>
/// <remarks>Used by one at a time.</remarks>
public sealed class SendOutgoingMails(IOutgoingMails outgoing, IMailer mailer, TimeProvider clock)
{
    private const int MostTries = 15;
    private static readonly Backoff Backoff = new(TimeSpan.FromSeconds(10), TimeSpan.FromHours(1));

    /// <summary>Claims of this program with which certainly nothing went.</summary>
    private readonly HashSet<string> unsent = [];

    /// <returns>Those that won't go, each with why.</returns>
    public async IAsyncEnumerable<string> Send([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var mail in outgoing.All(cancellationToken))
        {
            if (mail.NotBefore > clock.GetUtcNow()) continue;
            if (mail.Claim is { } claim && unsent.Contains(claim))
            {
                await PutBack(mail, clock.GetUtcNow());
            }
            else if (mail.Claim is not null)
            {
                await outgoing.Close(mail, cancellationToken);
                yield return "Sending broke off; it may have gone.";
            }
            else if (await Claim(mail) is { } claimed && await Send(claimed) is { } why)
            {
                yield return why;
            }

            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>What is begun is finished: a claim that is left behind means that the mail may never go.</summary>
    private async Task<OutgoingMail?> Claim(OutgoingMail mail)
    {
        var claim = Key.New();
        unsent.Add(claim);
        var claimed = await outgoing.Claim(mail, claim, CancellationToken.None);
        unsent.Remove(claim);
        return claimed;
    }

    private async Task PutBack(OutgoingMail claimed, DateTimeOffset notBefore)
    {
        unsent.Add(claimed.Claim!);
        await outgoing.PutBack(claimed, notBefore, CancellationToken.None);
        unsent.Remove(claimed.Claim!);
    }

    private async Task<string?> Send(OutgoingMail claimed)
    {
        var outcome = await mailer.Send(claimed.Mail, CancellationToken.None);
        if (outcome is MailOutcome.Postponed postponed && claimed.Tries + 1 < MostTries)
        {
            await PutBack(claimed, clock.GetUtcNow() + Backoff.Pause(claimed.Tries, postponed.RetryAfter, Random.Shared.NextDouble()));
            return null;
        }

        await outgoing.Close(claimed, CancellationToken.None);
        return outcome switch
        {
            MailOutcome.Sent => null,
            MailOutcome.Refused refused => refused.Why,
            MailOutcome.Postponed => "It could not be sent, time after time.",
            _ => "It may have gone.",
        };
    }
}
