using System.Collections.Immutable;

namespace LeerkringBot.Domain.Mails;

/// <summary>What came of dealing with one page of the mailbox.</summary>
/// <param name="HasMore">There is more to read at once.</param>
/// <param name="Faults">Of mails that could not be dealt with, each tried again later.</param>
public sealed record MailboxPass(bool HasMore, ImmutableArray<Exception> Faults);
