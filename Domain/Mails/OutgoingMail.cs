namespace LeerkringBot.Domain.Mails;

/// <summary>A mail that is to go out.</summary>
/// <param name="Id">Of the occasion and the address.</param>
/// <param name="Mail">What.</param>
/// <param name="Tries">How often it certainly did not go.</param>
/// <param name="NotBefore">When to try again; null means now.</param>
/// <param name="Claim">Of somebody who began to send it, and did not say how that ended: made anew for every try. Null where nobody did.</param>
/// <param name="Stamp">Its version.</param>
public sealed record OutgoingMail(string Id, Mail Mail, int Tries, DateTimeOffset? NotBefore, string? Claim, string Stamp);
