using System.Collections.Immutable;

namespace LeerkringBot.Domain;

/// <summary>Where a mail stands in its conversation.</summary>
/// <param name="MessageId">Its own, without angle brackets.</param>
/// <param name="References">Of the mails before it, oldest first.</param>
public sealed record MailThread(string MessageId, ImmutableArray<string> References);
